# Says what lies in the tls folder by sums alone: the key itself never leaves the host.
sum_of() {
  [ -f "$1" ] || return 0
  { sha256sum <"$1" 2>/dev/null || openssl dgst -sha256 -r <"$1"; } | cut -c 1-64
}
# Readable by its owner and nobody else.
private=false
[ -z "$(find "$in_key" -perm 0600 2>/dev/null)" ] || private=true
json_object authorities "$(sum_of "$in_authorities")" certificate "$(sum_of "$in_certificate")" key "$(sum_of "$in_key")" private:b "$private"
