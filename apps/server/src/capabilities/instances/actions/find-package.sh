if [ -f "$in_target/.myriad-package" ] && [ "$(cat "$in_target/.myriad-package")" = "$in_sha256" ]; then
  json_object installed:b true arrived:b true
elif [ -f "$in_archive" ]; then
  json_object installed:b false arrived:b true
else
  json_object installed:b false arrived:b false
fi
