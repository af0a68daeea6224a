done_mark=$in_target/.myriad-package
if [ -f "$done_mark" ] && [ "$(cat "$done_mark")" = "$in_sha256" ]; then
  json_object target "$in_target" already:b true
  exit 0
fi
if [ ! -d "$in_target" ]; then
  [ -f "$in_archive" ] || fail ARCHIVE_MISSING "$in_archive is not there"
  sum=$({ sha256sum <"$in_archive" 2>/dev/null || openssl dgst -sha256 -r <"$in_archive"; } | cut -c 1-64)
  # It arrived whole: the copy was checked. What is damaged is of no use, and only a copy of ours has this name.
  [ "$sum" = "$in_sha256" ] || {
    rm -f "$in_archive"
    fail ARCHIVE_DAMAGED "$in_archive arrived whole and was damaged since: it has SHA-256 $sum, not $in_sha256; it was removed, and the next try copies it again"
  }
  partial=$in_target.partial
  rm -rf "$partial"
  mkdir -p "$partial" || fail MKDIR_FAILED "cannot make $partial"
  say "unpacking $in_archive"
  tar -xf "$in_archive" -C "$partial" --no-same-owner || fail UNPACK_FAILED "tar cannot unpack $in_archive"
  set -- "$partial"/*
  [ $# -eq 1 ] && [ -d "$1" ] || fail PACKAGE_SHAPE "the package does not hold exactly one top folder"
  printf '%s\n' "$in_sha256" >"$1/.myriad-unpacked"
  mv "$1" "$in_target" || fail MKDIR_FAILED "cannot make $in_target"
  rmdir "$partial"
fi
# Somebody else's folder of that name is left alone; one of ours that was cut half way is finished.
[ "$(cat "$in_target/.myriad-unpacked" 2>/dev/null)" = "$in_sha256" ] || fail NOT_OURS "$in_target was not made by this platform"
if [ -f "$in_target/relocate.sh" ]; then
  /bin/sh "$in_target/relocate.sh" || fail RELOCATE_FAILED "relocate.sh failed"
fi
says=$("$in_target/bin/$in_program" --no-defaults --version 2>&1) ||
  fail PACKAGE_DOES_NOT_RUN "bin/$in_program does not run on this host: $says"
printf '%s\n' "$in_sha256" >"$done_mark.new" && mv -f "$done_mark.new" "$done_mark"
rm -f "$in_archive"
json_object target "$in_target" already:b false
