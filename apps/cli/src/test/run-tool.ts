import { spawn } from 'node:child_process';
import { oneCheck, type Tally } from './tally.ts';

/** Runs a tool of node_modules with this very node; its output is shown only when it found fault. */
export function runTool(
  name: string,
  script: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly signal: AbortSignal; readonly env?: NodeJS.ProcessEnv },
): Promise<Tally> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd,
      signal: options.signal,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      if (child.pid === undefined) resolve(oneCheck(false, name));
    });
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(oneCheck(code === 0, name));
    });
  });
}
