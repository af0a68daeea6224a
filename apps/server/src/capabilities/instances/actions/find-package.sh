if [ -f "$in_target/.myriad-package" ] && [ "$(cat "$in_target/.myriad-package")" = "$in_sha256" ]; then
  json_object installed:b true arrived:b true
# A file of the right name proves nothing: it may have been cut or damaged since.
elif [ -f "$in_archive" ] && sum=$({ sha256sum <"$in_archive" 2>/dev/null || openssl dgst -sha256 -r <"$in_archive"; } | cut -c 1-64) &&
  [ "$sum" = "$in_sha256" ]; then
  json_object installed:b false arrived:b true
else
  json_object installed:b false arrived:b false
fi
