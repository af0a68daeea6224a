# The whole folder is renamed into the trash of the same base directory: nothing is deleted.
if [ ! -e "$in_directory" ] && [ -f "$in_trash/.myriad-instance" ]; then
  json_object trash "$in_trash"
  exit 0
fi
require_own
which_manager
server_runs && fail STILL_RUNS "a server still runs in $in_directory"
[ ! -e "$in_trash" ] || fail TRASH_TAKEN "$in_trash is there already"
if [ "$manager" != supervisor ]; then unit_does disable "$in_unitName" >/dev/null 2>&1; fi
if [ "$manager" = user ]; then
  rm -f "$HOME/.config/systemd/user/$in_unitName"
  unit_does daemon-reload
elif [ "$manager" = system ]; then
  sudo -n /usr/bin/rm -f "/etc/systemd/system/$in_unitName"
  unit_does daemon-reload
fi
mkdir -p "${in_trash%/*}" && mv "$in_directory" "$in_trash" || fail MOVE_FAILED "cannot move $in_directory to $in_trash"
json_object trash "$in_trash"
