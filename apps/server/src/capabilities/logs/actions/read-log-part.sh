# Bytes of a file, from an offset on. tail seeks: what lies before is not read.
[ -r "$in_file" ] || fail LOG_UNREADABLE "$in_file"
if command -v base64 >/dev/null 2>&1; then
  packed=$(tail -c "+$((in_offset + 1))" <"$in_file" | head -c "$in_length" | base64 | tr -d '\n')
else
  packed=$(tail -c "+$((in_offset + 1))" <"$in_file" | head -c "$in_length" | openssl base64 | tr -d '\n')
fi
json_object data "$packed"
