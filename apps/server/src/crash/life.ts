import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CrashSettings } from './crash-server.ts';

const entry = fileURLToPath(new URL('./crash-server.ts', import.meta.url));

/** One process of the server, from its start to its death. */
export interface Life {
  /** What it says once it listens; undefined: it died before. */
  readonly ready: Promise<{ readonly firstRunToken?: string } | undefined>;
  /** `killed`, or how else it ended. */
  readonly gone: Promise<string>;
  isOver(): boolean;
  stop(): void;
  kill(): void;
}

export function startLife(settings: CrashSettings, logFile: string): Life {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [entry, JSON.stringify(settings)], { stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  let over = false;
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      over = true;
      resolve(signal === 'SIGKILL' ? 'killed' : `${code ?? signal}`);
    });
  });
  const ready = Promise.race([
    new Promise<{ firstRunToken?: string }>((resolve) =>
      child.once('message', (message) => resolve(message as object)),
    ),
    gone.then(() => undefined),
  ]);
  return {
    ready,
    gone,
    isOver: () => over,
    stop: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  };
}
