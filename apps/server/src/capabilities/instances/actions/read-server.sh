which_manager
if [ "$manager" != supervisor ]; then
  server_runs && running=true || running=false
  server=$(unit_says MainPID 2>/dev/null)
  json_object manager "$manager" running:b "$running" supervised:b "$running" pid:n "$server" startedAt:n '' wanted '' \
    exitCode "$(unit_says ExecMainStatus 2>/dev/null)" exitAt:n ''
  exit 0
fi
lives supervisor && supervised=true || supervised=false
server_runs && running=true || running=false
server=
began=
if lives server; then
  server=$pid
  ticks=$(getconf CLK_TCK 2>/dev/null || echo 100)
  began=$(awk -v start="$start" -v ticks="$ticks" '$1 == "btime" { printf "%d", $2 + start / ticks }' /proc/stat)
fi
code='' at=''
read -r code at 2>/dev/null <"$in_directory/run/last-exit" || :
json_object manager supervisor running:b "$running" supervised:b "$supervised" pid:n "$server" startedAt:n "$began" \
  wanted "$(cat "$in_directory/run/wanted" 2>/dev/null)" exitCode "$code" exitAt:n "$at"
