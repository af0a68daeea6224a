# Functions over one instance's folder, in front of every action that starts, stops or looks at its server.
started_at() {
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  set -- ${stat##*) }
  [ "$1" = Z ] || printf '%s' "${20}"
}
this_boot() { cat /proc/sys/kernel/random/boot_id; }
# lives NAME: is the process written down in run/NAME still that very process? Sets pid.
lives() {
  pid='' start='' at=''
  read -r pid start at 2>/dev/null <"$in_directory/run/$1" || return 1
  [ "$at" = "$(this_boot)" ] && [ -n "$start" ] && [ "$(started_at "$pid")" = "$start" ]
}
require_own() {
  [ -f "$in_directory/.myriad-instance" ] || fail NOT_OURS "$in_directory carries no mark of this platform"
  read -r owner _ <"$in_directory/.myriad-instance"
  [ "$owner" = "$in_instanceId" ] || fail NOT_OURS "$in_directory belongs to instance $owner"
}
# units: prints system, user or nothing, by what manages services here.
units() {
  [ -d /run/systemd/system ] || return 0
  if user_systemctl show-environment >/dev/null 2>&1; then printf user
  elif sudo -n -l /usr/bin/systemctl daemon-reload >/dev/null 2>&1; then printf system; fi
}
# An SSH login without pam_systemd does not say where the account's own manager listens.
user_systemctl() { XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} systemctl --user "$@"; }
unit_does() {
  if [ "$manager" = user ]; then user_systemctl "$@"; else sudo -n /usr/bin/systemctl "$@"; fi
}
# unit_says PROPERTY: looking needs no right, and the sudoers lines give none for it.
unit_says() {
  if [ "$manager" = user ]; then user_systemctl show -p "$1" --value "$in_unitName"
  else systemctl show -p "$1" --value "$in_unitName"; fi
}
# The server's own pid file names a process of this very option file: it lives, whatever its manager believes
# (systemd calls a unit failed whose stop took too long, and leaves the process).
has_process() {
  own=$(cat "$in_directory/run/mysqld.pid" 2>/dev/null) || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$own/cmdline" | grep -qxF -e "--defaults-file=$in_directory/my.cnf"
}
# server_runs: after which_manager. A manager that gives no answer ends the action: it is not taken for a stopped server.
server_runs() {
  if [ "$manager" != supervisor ]; then
    unit_state=$(unit_says ActiveState 2>/dev/null)
    case $unit_state in
      active | activating | deactivating | reloading | refreshing | maintenance) return 0 ;;
      inactive | failed) ;;
      *) fail UNIT_UNKNOWN "systemd does not say whether $in_unitName runs" ;;
    esac
  elif lives server; then return 0; fi
  has_process
}
# which_manager: what runs this server: the one it was started with, else what the host has.
which_manager() {
  manager=$(cat "$in_directory/run/manager" 2>/dev/null) || manager=$(units)
  manager=${manager:-supervisor}
}
read_words() {
  words_done=
  while IFS= read -r word; do words_done="$words_done $(shell_word "$word")"; done <<END
$1
END
  printf '%s' "$words_done"
}
shell_word() { printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"; }
