import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process named so that a later one with the same number is not mistaken for it. */
export interface ProcessId {
  readonly pid: number;
  /** Ticks since boot (field 22 of /proc/PID/stat). */
  readonly startTicks: number;
  readonly parent?: number;
}

/** Undefined when there is no such process, or only its remains. */
export function identify(pid: number): ProcessId | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : { pid, startTicks: Number(fields[19]), parent: Number(fields[1]) };
  } catch {
    return undefined;
  }
}

export const isAlive = (id: ProcessId) => identify(id.pid)?.startTicks === id.startTicks;

/** Sends a signal if it is still that process; says whether it was. */
export function signal(id: ProcessId, name: NodeJS.Signals): boolean {
  if (!isAlive(id)) return false;
  try {
    process.kill(id.pid, name);
    return true;
  } catch {
    return false;
  }
}

/** All processes of this machine for which `matches` answers yes. */
export function findProcesses(matches: (pid: number) => boolean): ProcessId[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => matches(pid))
    .flatMap((pid) => identify(pid) ?? []);
}

/** The process-number namespace of a process, undefined when it is gone or not ours to look at. */
export function pidNamespaceOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined;
  }
}

export function hasInEnvironment(pid: number, setting: string): boolean {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`.includes(`\0${setting}\0`);
  } catch {
    return false;
  }
}

/** Looks every 20 ms until `isDone`, or until the deadline; says which. */
export async function waitUntil(isDone: () => boolean | Promise<boolean>, limitMilliseconds: number): Promise<boolean> {
  const deadline = performance.now() + limitMilliseconds;
  while (!(await isDone())) {
    if (performance.now() > deadline) return false;
    await wait(20);
  }
  return true;
}
