import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process, told apart from a later one with the same pid by when it began. */
export interface ProcessMark {
  readonly pid: number;
  readonly began: string;
}

/** When the process began, in the system's own words; undefined when there is none. */
export function beganAt(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command may hold spaces and brackets; fields are counted after its last bracket. 22 = starttime, 3 = state.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        env: { PATH: '/usr/bin:/bin' },
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

export const isRunning = ({ pid, began }: ProcessMark): boolean => beganAt(pid) === began;

/** Processes of ours whose environment names this folder: finds an orphan also where its pid was never written down. */
export function findByEnvironment(entry: string): readonly ProcessMark[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        if (!readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(entry)) return [];
      } catch {
        return [];
      }
      const began = beganAt(Number(name));
      return began === undefined ? [] : [{ pid: Number(name), began }];
    });
}

/** Ends the process: TERM, and after the grace KILL. Resolves when it is gone; touches no other process. */
export async function endProcess(mark: ProcessMark, graceMilliseconds: number): Promise<void> {
  const deadline = performance.now() + graceMilliseconds;
  let signal: NodeJS.Signals | undefined = 'SIGTERM';
  while (isRunning(mark)) {
    if (signal === undefined && performance.now() > deadline) signal = 'SIGKILL';
    if (signal !== undefined) sendSignal(mark.pid, signal);
    signal = undefined;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone between the look and the signal.
  }
}
