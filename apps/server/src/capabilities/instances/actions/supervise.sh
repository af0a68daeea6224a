#!/bin/sh
# Watches one database server: supervise.sh DIRECTORY RESTART ARGV... ; RESTART is after-crash or never.
# State, each one line, in DIRECTORY/run: supervisor and server ("pid start-ticks boot"), wanted (up, down), last-exit ("code epoch").
# If this script dies the server lives on; the next supervisor adopts it.
umask 077
dir=$1 restart=$2
shift 2
run=$dir/run
started_at() {
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  set -- ${stat##*) }
  [ "$1" = Z ] || printf '%s' "${20}"
}
boot=$(cat /proc/sys/kernel/random/boot_id)
put() { printf '%s\n' "$2" >"$run/$1.new" && mv -f "$run/$1.new" "$run/$1"; }
server_lives() {
  read -r pid start at 2>/dev/null <"$run/server" || return 1
  [ "$at" = "$boot" ] && [ -n "$start" ] && [ "$(started_at "$pid")" = "$start" ]
}
put supervisor "$$ $(started_at $$) $boot"
delay=1
while :; do
  began=$(date +%s)
  if server_lives; then
    # Not our child: its exit status cannot be had.
    while server_lives; do sleep 1; done
    code=unknown
  else
    # With a parent named here the SQL statement RESTART works: the server ends with 16 and comes back.
    MYSQLD_PARENT_PID=$$ "$@" </dev/null >>"$dir/log/supervisor.log" 2>&1 &
    child=$!
    put server "$child $(started_at "$child") $boot"
    wait "$child"
    code=$?
  fi
  put last-exit "$code $(date +%s)"
  [ "$(cat "$run/wanted" 2>/dev/null)" = up ] || break
  if [ "$code" != 16 ]; then
    [ "$restart" = after-crash ] || break
    [ "$code" != 0 ] || break
    [ $(($(date +%s) - began)) -lt 60 ] || delay=1
    printf '%s: ended with %s, started again in %s s\n' "$(date -u +%FT%TZ)" "$code" "$delay" >>"$dir/log/supervisor.log"
    sleep "$delay"
    [ "$(cat "$run/wanted" 2>/dev/null)" = up ] || break
    delay=$((delay * 2))
    [ "$delay" -le 60 ] || delay=60
  fi
done
rm -f "$run/supervisor"
