# Looks at what an instance would find here; changes nothing.
parent=$in_baseDirectory
while [ ! -d "$parent" ] && [ "$parent" != / ]; do parent=${parent%/*}; parent=${parent:-/}; done
[ -w "$parent" ] && writable=true || writable=false
free=$(df -Pk "$parent" | awk 'NR == 2 { printf "%.0f", $4 * 1024 }')
memory=$(awk '$1 == "MemTotal:" { print int($2 / 1024) }' /proc/meminfo)
available=$(awk '$1 == "MemAvailable:" { print int($2 / 1024) }' /proc/meminfo)
owner=
present=false
if [ -e "$in_directory" ]; then
  [ -d "$in_directory" ] && [ -z "$(ls -A "$in_directory" 2>/dev/null)" ] || present=true
  [ ! -f "$in_directory/.myriad-instance" ] || read -r owner _ <"$in_directory/.myriad-instance"
fi
# Listening sockets, as the kernel lists them: no tool needed. An address that is no IPv4 matches every socket of that port.
hex_address=$(printf '%s' "$in_address" | awk -F. 'NF == 4 && /^[0-9.]+$/ { printf "%02X%02X%02X%02X", $4, $3, $2, $1 }')
taken=
for port in $in_ports; do
  hex_port=$(printf '%04X' "$port")
  if awk -v want="$hex_address" -v port="$hex_port" '
    $4 == "0A" {
      split($2, at, ":")
      if (at[2] == port && (want == "" || at[1] == want || at[1] ~ /^0+$/)) found = 1
    }
    END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null; then taken="$taken $port"; fi
done
installed=false
[ "$(cat "$in_target/.myriad-package" 2>/dev/null)" != "$in_sha256" ] || installed=true
missing=
for tool in tar awk sed grep find setsid flock; do command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"; done
json_object writable:b "$writable" freeBytes:n "$free" memoryMib:n "$memory" availableMib:n "$available" present:b "$present" owner "$owner" \
  takenPorts "${taken# }" architecture "$(uname -m)" libc "$(getconf GNU_LIBC_VERSION 2>/dev/null)" installed:b "$installed" missingTools "${missing# }"
