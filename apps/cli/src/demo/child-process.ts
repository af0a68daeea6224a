import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { identify, isAlive, type ProcessId, signal, waitUntil } from '@myriad/lab';
import { stayMessage } from './stay-or-follow.ts';

/** Ends a process we started: TERM, then KILL after the grace. A recycled number is never mistaken for it. */
export async function endProcess(id: ProcessId, graceMilliseconds = 30_000): Promise<void> {
  signal(id, 'SIGTERM');
  if (await waitUntil(() => !isAlive(id), graceMilliseconds)) return;
  signal(id, 'SIGKILL');
  await waitUntil(() => !isAlive(id), 5_000);
}

export interface Started<Ready> {
  readonly ready: Ready;
  readonly id: ProcessId;
  /** Lets it live on without us. */
  release(): Promise<void>;
}

export interface StartOptions<Ready> {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logFile: string;
  readonly readySeconds: number;
  readonly parse: (message: unknown) => Ready;
}

/** Starts a Node process of its own session and waits for its first message; its output goes to a file. */
export async function startNode<Ready>(argv: readonly string[], options: StartOptions<Ready>): Promise<Started<Ready>> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(process.execPath, [...process.execArgv, ...argv], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, ...options.env },
  });
  closeSync(log);
  const message = await firstMessage(child, options.readySeconds);
  const id = child.pid === undefined ? undefined : identify(child.pid);
  if (message === undefined || id === undefined) {
    child.kill('SIGKILL');
    throw new Error(`${argv.join(' ')} did not start. Its last words:\n${await lastLines(options.logFile)}`);
  }
  return {
    ready: options.parse(message),
    id,
    release: async () => {
      if (child.connected) await new Promise((sent) => child.send(stayMessage, sent));
      if (child.connected) child.disconnect();
      child.unref();
    },
  };
}

async function firstMessage(child: ChildProcess, seconds: number): Promise<unknown> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), seconds * 1_000);
  try {
    return await Promise.race([
      once(child, 'message', { signal: stop.signal }).then(([message]) => message as unknown),
      once(child, 'exit', { signal: stop.signal }).then(() => undefined),
    ]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

const lastLines = async (file: string): Promise<string> =>
  (await readFile(file, 'utf8').catch(() => '')).trim().split('\n').slice(-8).join('\n');
