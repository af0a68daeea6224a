# What every host action can call. POSIX sh and awk only; run by dash, bash and busybox sh, with mawk, gawk and busybox awk.
# The usual cases start no process: a hundred hosts at once are served by one small machine.
LC_ALL=C
export LC_ALL
umask 077

# json_str VALUE: the value as a JSON string.
json_str() {
  case $1 in
    *[\\\"[:cntrl:]]*)
      printf '%s\n' "$1" | awk '
        BEGIN {
          for (i = 1; i < 32; i++) escape[sprintf("%c", i)] = sprintf("\\u%04x", i)
          escape[sprintf("%c", 127)] = "\\u007f"
        }
        {
          if (NR > 1) printf "%s", "\\n"
          n = length($0)
          for (i = 1; i <= n; i++) {
            c = substr($0, i, 1)
            if (c == "\\" || c == "\"") printf "\\%s", c
            else if (c in escape) printf "%s", escape[c]
            else printf "%s", c
          }
        }
        BEGIN { printf "\"" }
        END { printf "\"" }' ;;
    *) printf '"%s"' "$1" ;;
  esac
}

# json_array VALUE...: an array of strings.
json_array() {
  printf '['
  json_comma=
  for json_item in "$@"; do
    printf '%s' "$json_comma"
    json_str "$json_item"
    json_comma=,
  done
  printf ']'
}

# json_object NAME VALUE ...: one line of JSON. NAME is a string, NAME:n a number, NAME:b true or false, NAME:j JSON text.
# An empty number, boolean or JSON text is null. Names are written as they are.
json_object() {
  json_comma='{'
  [ $# -ge 2 ] || printf '{'
  while [ $# -ge 2 ]; do
    printf '%s"%s":' "$json_comma" "${1%:[nbj]}"
    json_comma=,
    case $1 in
      *:n)
        case $2 in
          '') printf null ;;
          *[!0-9.eE+-]*) fail ACTION_BROKEN "$1 is not a number" ;;
          *) printf '%s' "$2" ;;
        esac ;;
      *:b)
        case $2 in
          true | false) printf '%s' "$2" ;;
          '') printf null ;;
          *) fail ACTION_BROKEN "$1 is neither true nor false" ;;
        esac ;;
      *:j) printf '%s' "${2:-null}" ;;
      *)
        json_str "$2" ;;
    esac
    shift 2
  done
  printf '}\n'
}

# fail CODE MESSAGE [JSON]: ends the action with an error of its own.
fail() {
  printf '\n{"error":{"code":'
  json_str "$1"
  printf ',"message":'
  json_str "$2"
  printf ',"detail":%s}}\n' "${3:-null}"
  exit 1
}

# say TEXT: a line of the action's log.
say() { printf '%s\n' "$*" >&2; }

# progress DONE [TOTAL]: how far a detached job is, in whole numbers. Does nothing in a plain action.
progress() {
  [ -n "${myriad_job:-}" ] || return 0
  printf '%s %s\n' "$1" "${2:-}" >"$myriad_job/progress.new" &&
    mv -f "$myriad_job/progress.new" "$myriad_job/progress"
}
