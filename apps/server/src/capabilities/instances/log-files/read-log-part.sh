# Bytes of a file, from an offset on. tail seeks: what lies before is not read.
open_log "$in_file"
[ -z "$log_wrong" ] || fail "$log_wrong" "$in_file"
if command -v base64 >/dev/null 2>&1; then
  packed=$(tail -c "+$((in_offset + 1))" <&3 | head -c "$in_length" | base64 | tr -d '\n')
else
  packed=$(tail -c "+$((in_offset + 1))" <&3 | head -c "$in_length" | openssl base64 | tr -d '\n')
fi
json_object data "$packed"
