require_own
if [ -n "$in_onlyStartedBy" ] && [ "$(cat "$in_directory/run/started-by" 2>/dev/null)" != "$in_onlyStartedBy" ]; then
  json_object stopped:b false seconds:n 0
  exit 0
fi
which_manager
if [ "$manager" != supervisor ]; then
  unit_does stop "$in_unitName" || fail STOP_FAILED "systemctl stop $in_unitName failed"
  json_object stopped:b true seconds:n 0
  exit 0
fi
printf 'down\n' >"$in_directory/run/wanted"
began=$(date +%s)
if lives server; then
  say "sending SIGTERM to $pid"
  kill -TERM "$pid"
fi
# Never SIGKILL: a server that flushes a large pool needs its time.
while lives server; do
  spent=$(($(date +%s) - began))
  [ "$spent" -lt "$in_limitSeconds" ] || fail STOP_SLOW "process $pid still runs after $spent s; it was not killed"
  progress "$spent" "$in_limitSeconds"
  sleep 0.2 2>/dev/null || sleep 1
done
tries=0
while lives supervisor && [ "$tries" -lt 30 ]; do
  tries=$((tries + 1))
  sleep 0.1 2>/dev/null || sleep 1
done
json_object stopped:b true seconds:n $(($(date +%s) - began))
