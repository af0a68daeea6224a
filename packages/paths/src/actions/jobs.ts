import { quoteArgument } from '../quote-argument.ts';
import { runCommand } from '../run-command.ts';
import type { HostTransport } from '../transport.ts';
import { type CallLimits, type HostAction, type JobLook, PathError } from '../types.ts';
import { actionFile } from './host-action.ts';
import { jobFunctions } from './job-folder.ts';
import { readResult, runPushing, sourceAction } from './run-action.ts';
import { shellFields } from './shell-fields.ts';

/**
 * Starts an action in a session of its own, so that it outlives the connection. A job of that id that runs or is done is
 * kept; one that failed, was stopped or died without an end mark is started anew, after what is left of it was ended.
 */
export async function startJob<I, O>(
  transport: HostTransport,
  action: HostAction<I, O>,
  input: I,
  jobId: string,
  limits: CallLimits = {},
): Promise<void> {
  const file = actionFile(action);
  const job = `
set -- $(sed 's/.*) //' /proc/$$/stat)
printf '%s %s %s\\n' "$$" "\${20}" "$(cat /proc/sys/kernel/random/boot_id)" >"$myriad_job/pid.new"
mv -f "$myriad_job/pid.new" "$myriad_job/pid" || exit 1
set --
(
${shellFields(action.input.parse(input))}
${sourceAction(file.hash, '')}
) </dev/null >"$myriad_job/out" 2>"$myriad_job/log"
printf '%s\\n' "$?" >"$myriad_job/exit.new"
mv -f "$myriad_job/exit.new" "$myriad_job/exit"
exit
`;
  const program = `${jobFunctions(jobId)}
${checkAction(file.hash)}
mkdir -p "$HOME/.myriad/jobs" || exit 1
until mkdir "$job" 2>/dev/null; do
  [ -d "$job" ] || { echo "cannot make $job" >&2; exit 1; }
  await_start
  [ "$(cat "$job/exit" 2>/dev/null)" != 0 ] || exit 0
  ! job_runs || exit 0
  [ "$(cat "$job/exit" 2>/dev/null)" != 0 ] || exit 0
  end_job || { echo 'what is left of the earlier try cannot be ended' >&2; exit 1; }
  # The rename decides between two starts at once.
  mv "$job" "$job.old.$$" 2>/dev/null && rm -rf "$job.old.$$"
done
command -v setsid >/dev/null || { rmdir "$job"; echo 'setsid (util-linux) is missing' >&2; exit 1; }
printf 'myriad_job=%s\\n%s\\n' "'$job'" ${quoteArgument(job)} 2>/dev/null | setsid /bin/sh -s >/dev/null 2>"$job/start-error" &
await_start
[ -f "$job/pid" ] || { cat "$job/start-error" >&2; exit 1; }
prune_jobs </dev/null >/dev/null 2>&1
exit 0
`;
  const result = await runPushing(transport, `starting ${action.name}`, file, program, limits);
  if (result.code === 0) return;
  throw new PathError('ACTION_FAILED', `${action.name} did not start: ${result.stderr.trim()}`, transport.where, {
    exitCode: result.code,
  });
}

const checkAction = (hash: string): string => sourceAction(hash).replace(/^\{ \..*$/m, '');

/** Looks at a job by its id, over any session, also one opened after a crash. */
export async function lookJob<I, O>(
  transport: HostTransport,
  action: HostAction<I, O>,
  jobId: string,
  limits: CallLimits = {},
): Promise<JobLook<O>> {
  const program = `${jobFunctions(jobId)}
look() {
  if [ -f "$job/exit" ]; then cat "$job/exit"
  elif job_runs; then echo running
  elif [ -f "$job/exit" ]; then cat "$job/exit"
  else echo gone; fi
}
look
cat "$job/progress" 2>/dev/null || echo
tail -n 1 "$job/out" 2>/dev/null | tr -d '\\n'
echo
tail -c 65536 "$job/log" 2>/dev/null
exit 0
`;
  const { stdout } = await runCommand(transport, `looking at ${action.name}`, { program }, limits);
  const [state = 'gone', progress = '', last = '', ...logLines] = stdout.split('\n');
  const log = logLines.join('\n');
  if (state === 'gone') return { state };
  if (state === 'running') return { state, log, ...readProgress(progress) };
  const code = state === 'stopped' ? null : Number(state);
  try {
    const result = readResult(transport, action, { code, signal: null, stdout: last, stderr: log });
    return { state: 'done', result, log };
  } catch (error) {
    if (!(error instanceof PathError) || error.code !== 'ACTION_FAILED') throw error;
    const { code: name, message } = error.detail;
    const known = typeof name === 'string' && typeof message === 'string';
    return { state: 'failed', code, log, ...(known ? { error: { code: name, message } } : {}) };
  }
}

function readProgress(line: string): { progress?: { done: number; total?: number } } {
  const [done, total] = line.trim().split(' ').map(Number);
  if (done === undefined || line.trim() === '' || !Number.isFinite(done)) return {};
  return { progress: { done, ...(total !== undefined && Number.isFinite(total) ? { total } : {}) } };
}

/** Ends the job and everything it started, waits until it is gone, and marks it as stopped. Nothing to do is no error. */
export async function stopJob(transport: HostTransport, jobId: string, limits: CallLimits = {}): Promise<void> {
  const program = `${jobFunctions(jobId)}
[ -d "$job" ] || exit 0
await_start
end_job || exit 1
[ -f "$job/exit" ] || { echo stopped >"$job/exit.new" && mv -f "$job/exit.new" "$job/exit"; }
exit 0
`;
  const { code, stderr } = await runCommand(transport, 'stopping a job', { program }, limits);
  if (code === 0) return;
  const why = stderr.trim() || 'a process of it does not end';
  throw new PathError('ACTION_FAILED', `the job was not stopped: ${why}`, transport.where, { jobId });
}
