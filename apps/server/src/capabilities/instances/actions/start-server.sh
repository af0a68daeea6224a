require_own
[ -f "$in_directory/.initialised" ] || fail NOT_INITIALISED "the data directory of $in_directory was never finished"
run=$in_directory/run
# What SET PERSIST wrote wins over the option file: a role in it would open the server before anybody has looked.
if [ "$in_restart" = never ]; then
  role=$(grep -oE '"((super_)?read_only|skip_(replica|slave)_start|rpl_semi_sync_(source|replica|master|slave)_enabled)"' \
    "$in_directory/data/mysqld-auto.cnf" 2>/dev/null | sort -u | tr -d '"' | tr '\n' ' ')
  [ -z "$role" ] || fail ROLE_PERSISTED "$in_directory/data/mysqld-auto.cnf persists ${role% }: a role is never persisted"
fi
which_manager
printf '%s\n' "$manager" >"$run/manager"
if [ "$manager" != supervisor ]; then
  if [ "$manager" = user ]; then
    mkdir -p "$HOME/.config/systemd/user"
    printf '%s\n' "$in_userUnit" >"$HOME/.config/systemd/user/$in_unitName"
  else
    mkdir -p "$in_baseDirectory/units"
    printf '%s\n' "$in_systemUnit" >"$in_baseDirectory/units/$in_unitName"
    sudo -n /usr/bin/install -m 0644 -o root -g root "$in_baseDirectory/units/$in_unitName" "/etc/systemd/system/$in_unitName" ||
      fail SUDO_REFUSED "the unit cannot be installed; see the sudoers lines of the account script"
  fi
  # Who really started it, so that an undo stops nothing it found running.
  server_runs || printf '%s\n' "$in_startedBy" >"$run/started-by"
  unit_does daemon-reload && unit_does start "$in_unitName" || fail START_FAILED "systemctl start $in_unitName failed"
  # A standalone server comes back with its host; a replicated one waits until somebody has looked.
  [ "$in_restart" = never ] || unit_does enable "$in_unitName" || fail START_FAILED "systemctl enable $in_unitName failed"
  json_object manager "$manager" pid:n "$(unit_says MainPID)" already:b false
  exit 0
fi
command -v setsid >/dev/null && command -v flock >/dev/null || fail SETSID_MISSING "setsid or flock (util-linux) is missing"
# A start whose caller died may still be at work here: one at a time, and the next finds what it made.
exec 9>"$run/start.lock" && flock 9 || fail START_FAILED "$run/start.lock cannot be locked"
lives supervisor && supervised=true || supervised=false
lives server && already=true || already=false
server=$pid
printf 'up\n' >"$run/wanted"
if [ "$supervised" = false ]; then
  printf '%s\n' "$in_supervisor" >"$run/supervise.sh.new" && mv -f "$run/supervise.sh.new" "$run/supervise.sh"
  [ "$already" = true ] || { rm -f "$run/server"; printf '%s\n' "$in_startedBy" >"$run/started-by"; }
  rm -f "$run/supervisor"
  eval "set -- $(read_words "$in_argv")"
  (cd "$in_directory" && exec setsid /bin/sh "$run/supervise.sh" "$in_directory" "$in_restart" "$@") </dev/null >/dev/null 2>&1 9>&- &
  tries=0
  until lives server; do
    tries=$((tries + 1))
    [ "$tries" -lt 50 ] || fail START_FAILED "the server ended at once: $(tail -n 3 "$in_directory/log/supervisor.log" 2>/dev/null)"
    sleep 0.1
  done
  server=$pid
fi
json_object manager supervisor pid:n "$server" already:b "$already"
