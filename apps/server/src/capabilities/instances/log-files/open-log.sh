# A server names its log files, and a hostile one names other people's. So a file is opened first, and what was opened is then
# judged: nobody can put another in its place between the look and the reading.

# Who listens on the server's port, as the kernel says. Root is nobody's server account: it owns too much.
server_accounts() {
  hex=$(printf '%04X' "$in_port")
  for table in /proc/net/tcp /proc/net/tcp6; do
    [ -r "$table" ] || continue
    while read -r slot local remote state queue timer retransmits uid rest; do
      case $local in
        *:"$hex") [ "$state" != 0A ] || [ "$uid" = 0 ] || printf ' %s ' "$uid" ;;
      esac
    done <"$table"
  done
}

# open_log FILE: readable as descriptor 3, if it is a log of this server; else $log_wrong says why not.
# $in_within: a folder of our own that it must lie in; empty: it must belong to the account the server runs as.
open_log() {
  log_wrong=
  exec 3<&-
  [ -e "$1" ] || { log_wrong=LOG_NOT_THERE; return; }
  # A pipe would hold whoever opens it.
  [ -f "$1" ] || { log_wrong=LOG_ELSEWHERE; return; }
  [ -r "$1" ] || { log_wrong=LOG_UNREADABLE; return; }
  command exec 3<"$1" || { log_wrong=LOG_UNREADABLE; return; }
  [ -f /proc/self/fd/3 ] || { log_wrong=LOG_ELSEWHERE; return; }
  log_real=$(readlink /proc/self/fd/3)
  log_owner=$(stat -L -c %u /proc/self/fd/3) || log_owner=
  case ${log_real##*/} in
    *.log | *.err | *.log[.-]* | *.err[.-]*) ;;
    *) log_wrong=LOG_ELSEWHERE; return ;;
  esac
  if [ -n "$in_within" ]; then
    log_folder=$(CDPATH='' cd -P -- "$in_within" && pwd -P) || { log_wrong=LOG_ELSEWHERE; return; }
    case $log_real in
      "$log_folder"/*) ;;
      *) log_wrong=LOG_ELSEWHERE ;;
    esac
    return
  fi
  log_accounts=$(server_accounts)
  case $log_accounts in
    '') log_wrong=LOG_OWNER_UNKNOWN ;;
    *" $log_owner "*) ;;
    *) log_wrong=LOG_ELSEWHERE ;;
  esac
}
