import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** What `myriad login` keeps for this person on this computer, readable by them alone. */
export interface SignIn {
  readonly url: string;
  readonly token: string;
  readonly tokenId: string;
  readonly name: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const signInFile = (env: Environment): string =>
  join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'myriad', 'sign-in.json');

export function readSignIn(env: Environment): SignIn | undefined {
  try {
    return JSON.parse(readFileSync(signInFile(env), 'utf8')) as SignIn;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return undefined; // cut short by a crash: signing in again writes it anew
    throw error;
  }
}

/** Whole or not at all: written beside, then renamed. */
export function writeSignIn(env: Environment, signIn: SignIn): void {
  const file = signInFile(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.${process.pid}.partial`;
  writeFileSync(partial, `${JSON.stringify(signIn)}\n`, { mode: 0o600 });
  renameSync(partial, file);
}

export const forgetSignIn = (env: Environment): void => rmSync(signInFile(env), { force: true });
