#!/bin/sh
# Makes this server tree run from the folder it now stands in. Needs only sh, dd and a tree that is not running.
# Every program names its loader by an absolute path; each such place was left 250 bytes long and is written down in
# RELOCATE as "offset length file". May be run again at any time, and after every move.
# With an argument: prepares the tree for that (absolute) folder, to be moved there afterwards.
set -eu
LC_ALL=C
export LC_ALL
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=${1:-$here}
loader=$home/lib/ld.so
while read -r offset length file; do
  padding=$((length - ${#loader}))
  if [ "$padding" -lt 1 ]; then
    echo "relocate.sh: $home is too long a path: at most $((length - 11)) bytes" >&2
    exit 1
  fi
  { printf '%s' "$loader"; dd if=/dev/zero bs=1 count="$padding" 2>/dev/null; } |
    dd of="$here/$file" bs=1 seek="$offset" conv=notrunc 2>/dev/null || {
    echo "relocate.sh: cannot write $here/$file (is it running, or not yours?)" >&2
    exit 1
  }
done <"$here/RELOCATE"
