import { createHash } from 'node:crypto';
import { quoteArgument } from '../quote-argument.ts';
import { endSession } from '../run-command.ts';

/** Any job id makes a folder name: a plain one itself, another its plain part and a hash. */
function folderName(jobId: string): string {
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,119}$/.test(jobId)) return jobId;
  const hash = createHash('sha256').update(jobId).digest('hex').slice(0, 16);
  return `${jobId.replaceAll(/[^A-Za-z0-9_-]+/g, '_').slice(0, 80)}_${hash}`;
}

/** Whole days nobody needs an ended job any longer: who looks for it later starts it anew, and finds its work done. */
export const keepJobsDays = 14;
/** At most so many are removed at one start: a start stays quick on a host with thousands. */
export const removeJobsAtOnce = 20;

/**
 * Shell functions over one job's folder, `$job`. Files in it: `pid` (process, its start time, the boot it belongs to: together
 * they cannot be mistaken for a later process), `exit` (written last, by rename), `out`, `log`, `progress`.
 */
export const jobFunctions = (jobId: string): string => `
umask 077
job="$HOME/.myriad/jobs/"${quoteArgument(folderName(jobId))}
${endSession}
# Start time of a process in ticks since boot, empty for a dead one or a zombie.
started_at() {
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  set -- \${stat##*) }
  [ "$1" = Z ] || printf '%s' "\${20}"
}
this_boot() { cat /proc/sys/kernel/random/boot_id; }
job_runs() {
  read -r pid start boot 2>/dev/null <"$job/pid" || return 1
  [ "$boot" = "$(this_boot)" ] && [ "$(started_at "$pid")" = "$start" ]
}
# Ends all that is left of the job. A session's number is not given again while one of its processes lives; if the number
# belongs to a process with another start time, nothing of ours is left.
end_job() {
  read -r pid start boot 2>/dev/null <"$job/pid" || return 0
  [ "$boot" = "$(this_boot)" ] || return 0
  now=$(started_at "$pid")
  [ -z "$now" ] || [ "$now" = "$start" ] || return 0
  end_session "$pid"
}
# Removes old jobs: ended ones, and those that died without an end mark. One that runs is left alone however long it takes.
prune_jobs() {
  find "$HOME/.myriad/jobs" -mindepth 1 -maxdepth 1 -type d -mtime +${keepJobsDays} 2>/dev/null | head -n ${removeJobsAtOnce} |
    while IFS= read -r old; do (
      job=$old
      ! job_runs || exit 0
      case $old in *.old.*) ;; *) mv "$old" "$old.old.$$" 2>/dev/null || exit 0; old=$old.old.$$ ;; esac
      rm -rf "$old"
    ) done
}
# A start may be between making the folder and writing \`pid\`: give it three seconds.
await_start() {
  tries=0
  while [ -d "$job" ] && [ ! -f "$job/pid" ] && [ ! -f "$job/exit" ] && [ "$tries" -lt 30 ]; do
    sleep 0.1 2>/dev/null || { sleep 1; tries=$((tries + 9)); }
    tries=$((tries + 1))
  done
}
`;
