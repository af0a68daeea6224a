import { type ChildProcess, spawn } from 'node:child_process';
import { LabUnavailable } from './lab-unavailable.ts';
import { ensureTool } from './trees/ensure-tool.ts';

/** A tool that runs until it is disposed of, or this process ends. */
export interface RunningTool extends AsyncDisposable {
  /** What it said last, both streams, for messages of failure. */
  lastWords(): string;
  /** undefined: it still runs. */
  exitCode(): number | null | undefined;
}

const mostWords = 8000;

/** @throws LabUnavailable where the tool can neither be found nor unpacked. */
export async function startTool(
  name: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<RunningTool> {
  const tool = await ensureTool(name);
  if ('missing' in tool) throw new LabUnavailable(tool.words);
  const child: ChildProcess = spawn('setpriv', ['--pdeathsig', 'KILL', tool.program, ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  let code: number | null | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      words += error.message;
      code = null;
      resolve();
    });
    child.once('close', (exit) => {
      code = exit;
      resolve();
    });
  });
  const hear = (piece: Buffer) => {
    words = (words + piece.toString()).slice(-mostWords);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return {
    lastWords: () => words,
    exitCode: () => code,
    [Symbol.asyncDispose]: async () => {
      if (code === undefined) child.kill('SIGKILL');
      await ended;
    },
  };
}
