# Takes back what make-directories made for this task, and nothing else.
mark=$in_directory/.myriad-instance
if [ ! -f "$mark" ]; then
  json_object removed:b false
  exit 0
fi
read -r owner maker <"$mark"
[ "$owner" = "$in_instanceId" ] && [ "$maker" = "$in_taskId" ] || fail NOT_OURS "$in_directory was made by task $maker for instance $owner"
which_manager
server_runs && fail STILL_RUNS "a server still runs in $in_directory"
rm -rf "$in_directory"
json_object removed:b true
