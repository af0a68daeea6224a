import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Runs `work` while holding a kernel lock on `file`, so that two builders of one tree take turns. The lock is held by
 * a small `flock` child whose standard input is ours: if this process dies in any way, the kernel closes the pipe, the
 * child ends, the lock is free. No stale lock files to judge.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>, onWait: () => void = () => {}): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const holder = spawn('flock', ['-x', file, 'sh', '-c', 'echo held; exec cat >/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => holder.once('close', () => resolve()));
  const waiting = setTimeout(onWait, 500);
  try {
    await new Promise<void>((resolve, reject) => {
      holder.stdout.once('data', () => resolve());
      holder.once('error', reject);
      holder.once('close', (code) =>
        reject(new Error(`the lock on ${file} could not be taken (flock ended with ${code})`)),
      );
    });
    clearTimeout(waiting);
    return await work();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
    await ended;
  }
}
