# A log and what rotation left of it; of those, only what is a log of this server too.
zone=$(date +%z)
files='' comma='' packed=0 count=0
for file in "$in_file" "$in_file".* "$in_file"-*; do
  [ "$file" = "$in_file" ] || { [ -f "$file" ] && [ ! -L "$file" ]; } || continue
  case $file in
    *.gz | *.xz | *.bz2 | *.zst | *.Z) packed=$((packed + 1)); continue ;;
  esac
  open_log "$file"
  if [ -n "$log_wrong" ]; then
    # Rotated away this very moment: what was rotated is there.
    [ "$log_wrong" != LOG_NOT_THERE ] || continue
    [ "$log_wrong" = LOG_ELSEWHERE ] && [ "$file" != "$in_file" ] || fail "$log_wrong" "$file"
    continue
  fi
  count=$((count + 1))
  [ "$count" -le 50 ] || break
  size=$(stat -L -c %s /proc/self/fd/3) || fail LOG_UNREADABLE "$file"
  changed=$(stat -L -c %Y /proc/self/fd/3) || changed=0
  files="$files$comma$(json_object path "$file" sizeBytes:n "$((size))" changedAt:n "$changed")"
  comma=,
done
[ "$count" -gt 0 ] || [ "$packed" -gt 0 ] || fail LOG_NOT_THERE "$in_file"
json_object zone "$zone" packed:n "$packed" files:j "[$files]"
