# A log and what rotation left of it. Links but the log itself are left alone: they may lead anywhere.
zone=$(date +%z)
files='' comma='' packed=0 count=0
for file in "$in_file" "$in_file".* "$in_file"-*; do
  [ -f "$file" ] || continue
  [ "$file" = "$in_file" ] || [ ! -L "$file" ] || continue
  case $file in
    *.gz | *.xz | *.bz2 | *.zst | *.Z) packed=$((packed + 1)); continue ;;
  esac
  [ -r "$file" ] || fail LOG_UNREADABLE "$file"
  count=$((count + 1))
  [ "$count" -le 50 ] || break
  # GNU and busybox know stat; elsewhere the time is not known, and the file is read.
  size=$(wc -c <"$file") || fail LOG_UNREADABLE "$file"
  changed=$(stat -L -c %Y -- "$file" 2>/dev/null || echo 0)
  files="$files$comma$(json_object path "$file" sizeBytes:n "$((size))" changedAt:n "$changed")"
  comma=,
done
[ "$count" -gt 0 ] || [ "$packed" -gt 0 ] || fail LOG_NOT_THERE "$in_file"
json_object zone "$zone" packed:n "$packed" files:j "[$files]"
