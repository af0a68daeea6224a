import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly input?: string;
  /** Default 10 minutes. The command is killed after it. */
  readonly limitMilliseconds?: number;
}

/** The program is not on this machine (ENOENT). */
export class CommandMissing extends Error {}

/** Runs a program with an argument array (no shell) and waits for it. @throws CommandMissing */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      env: options.env ?? process.env,
      cwd: options.cwd,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    // Not spawn's own `timeout`: its timer stays, and holds this process for its whole length, when there is no program.
    const limit = setTimeout(() => child.kill('SIGKILL'), options.limitMilliseconds ?? 600_000);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin?.on('error', () => {}); // a program that ends before reading its input is judged by its exit code
    child.stdin?.end(options.input);
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      reject(error.code === 'ENOENT' ? new CommandMissing(`${program} is not on this machine`) : error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

/** As runCommand, but anything other than exit code 0 throws with the program's own last words. */
export async function mustRun(program: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await runCommand(program, args, options);
  if (result.code === 0) return result.stdout;
  const lastWords = (result.stderr.trim() || result.stdout.trim()).split('\n').slice(-5).join('\n');
  throw new Error(`${program} ${args.slice(0, 4).join(' ')} … ended with ${result.code}: ${lastWords}`);
}
