require_own
if [ -n "$in_onlyStartedBy" ] && [ "$(cat "$in_directory/run/started-by" 2>/dev/null)" != "$in_onlyStartedBy" ]; then
  json_object stopped:b false seconds:n 0
  exit 0
fi
which_manager
if [ "$manager" != supervisor ]; then
  unit_does stop "$in_unitName" || fail STOP_FAILED "systemctl stop $in_unitName failed"
  server_runs && fail STOP_SLOW "$in_unitName still runs; it was not killed"
  json_object stopped:b true seconds:n 0
  exit 0
fi
printf 'down\n' >"$in_directory/run/wanted"
began=$(date +%s)
# Never SIGKILL: a server that flushes a large pool needs its time. A supervisor may just be starting one again: it is waited for.
sent=
tries=0
while :; do
  if lives server; then
    [ "$pid" = "$sent" ] || { say "sending SIGTERM to $pid"; kill -TERM "$pid"; }
    sent=$pid
    spent=$(($(date +%s) - began))
    [ "$spent" -lt "$in_limitSeconds" ] || fail STOP_SLOW "process $pid still runs after $spent s; it was not killed"
    progress "$spent" "$in_limitSeconds"
  elif lives supervisor && [ "$tries" -lt 30 ]; then tries=$((tries + 1))
  else break; fi
  sleep 0.1 2>/dev/null || sleep 1
done
has_process && fail STOP_SLOW "process $own still runs, and is not the supervisor's; it was not killed"
json_object stopped:b true seconds:n $(($(date +%s) - began))
