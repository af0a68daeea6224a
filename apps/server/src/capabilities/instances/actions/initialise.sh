require_own
if [ -f "$in_directory/.initialised" ]; then
  json_object already:b true seconds:n 0
  exit 0
fi
data=$in_directory/data
if [ -e "$data" ]; then
  # Only a try of ours that was cut before its end is thrown away.
  [ -f "$in_directory/.initialising" ] || fail DATA_NOT_OURS "$data is there already and was not made by this platform"
  say "an earlier try was cut; beginning again"
  rm -rf "$data"
fi
printf '%s\n' "$in_taskId" >"$in_directory/.initialising"
[ -z "$in_sql" ] || printf '%s\n' "$in_sql" >"$in_sqlFile"
mkdir "$data" && chmod 0700 "$data" || fail MKDIR_FAILED "cannot make $data"
began=$(date +%s)
eval "set -- $(read_words "$in_argv")"
"$@" >>"$in_directory/log/initialise.log" 2>&1 || {
  # Some faults stand in a log without any level, among advice on how to report bugs.
  why=$(grep -hiE 'error|unknown|invalid|denied|no space|cannot|failed|character set' \
    "$in_directory/log/error.log" "$in_directory/log/initialise.log" 2>/dev/null |
    grep -viE 'aborting|https?:|error log|could not be looked up|\[(note|warning)\]' | tail -n 4)
  fail INITIALISE_FAILED "${why:-$(tail -n 5 "$in_directory/log/initialise.log")}"
}
rm -f "$in_sqlFile"
sync 2>/dev/null
printf '%s\n' "$in_taskId" >"$in_directory/.initialised"
rm -f "$in_directory/.initialising"
json_object already:b false seconds:n $(($(date +%s) - began))
