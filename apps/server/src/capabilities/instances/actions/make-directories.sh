mark=$in_directory/.myriad-instance
if [ -e "$in_directory" ] || [ -L "$in_directory" ]; then
  if [ -f "$mark" ]; then
    read -r owner maker <"$mark"
    [ "$owner" = "$in_instanceId" ] || fail SEAT_NOT_EMPTY "$in_directory belongs to instance $owner"
  else
    [ -d "$in_directory" ] && [ -z "$(ls -A "$in_directory")" ] || fail SEAT_NOT_EMPTY "$in_directory is there already and was not made by this task"
  fi
fi
mkdir -p "$in_directory" || fail MKDIR_FAILED "cannot make $in_directory"
chmod 0700 "$in_directory"
[ -f "$mark" ] || { printf '%s %s\n' "$in_instanceId" "$in_taskId" >"$mark.new" && mv -f "$mark.new" "$mark"; }
for name in binlog relay tmp files log run tls; do
  mkdir -p "$in_directory/$name" && chmod 0700 "$in_directory/$name" || fail MKDIR_FAILED "cannot make $in_directory/$name"
done
json_object directory "$in_directory"
