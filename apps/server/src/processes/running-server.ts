import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { type ControlLine, callControl } from '../platform/control/control-socket.ts';
import { beganAt, isRunning, type ProcessMark } from '../platform/engine/restate/running-process.ts';
import { ServerStatus } from './control-messages.ts';

/** A server of this data folder, and an open conversation with it. */
export interface RunningServer {
  readonly mark: ProcessMark;
  readonly status: ServerStatus;
  /** The systemd unit whose main process it is. */
  readonly unit?: string;
  readonly line: ControlLine;
  readonly messages: AsyncIterator<unknown>;
}

export type FoundServer =
  | { readonly found: 'none' }
  /** It holds the store and gives no answer: hung, or of a version without a control socket. */
  | { readonly found: 'mute'; readonly mark: ProcessMark }
  | { readonly found: 'server'; readonly server: RunningServer };

const answerMilliseconds = 10_000;

/** Looks for the server of this installation: asks its control socket, else reads who holds the embedded store. */
export async function findRunningServer(config: Pick<Config, 'home' | 'store'>): Promise<FoundServer> {
  const line = await callControl(config.home);
  const holder = 'file' in config.store ? readHolder(config.store.file) : undefined;
  if (line) {
    const messages = line.messages[Symbol.asyncIterator]();
    line.send({ ask: 'status' });
    const status = await nextStatus(messages, answerMilliseconds);
    const began = status && beganAt(status.pid);
    if (status && began !== undefined) {
      const mark = { pid: status.pid, began };
      const unit = unitOf(mark.pid);
      return { found: 'server', server: { mark, status, line, messages, ...(unit === undefined ? {} : { unit }) } };
    }
    line.close();
  }
  return holder && isRunning(holder) ? { found: 'mute', mark: holder } : { found: 'none' };
}

/** The next thing it says; undefined: it is gone, or silent for so long. */
export async function nextStatus(
  messages: AsyncIterator<unknown>,
  milliseconds: number,
): Promise<ServerStatus | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    const said = await Promise.race([messages.next(), silence]);
    return said === undefined || said.done ? undefined : ServerStatus.parse(said.value);
  } finally {
    clearTimeout(timer);
  }
}

function readHolder(file: string): ProcessMark | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(`${file}.holder`, 'utf8'));
    if (holder === null || typeof holder !== 'object' || !('pid' in holder) || !('startTime' in holder))
      return undefined;
    return { pid: Number(holder.pid), began: String(holder.startTime) };
  } catch {
    return undefined;
  }
}

/** systemd tells the process it starts its own pid in SYSTEMD_EXEC_PID, and the unit is the last part of its control group. */
function unitOf(pid: number): string | undefined {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    if (!environment.includes(`SYSTEMD_EXEC_PID=${pid}`)) return undefined;
    return /\/([^/\n]+\.service)$/m.exec(readFileSync(`/proc/${pid}/cgroup`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
