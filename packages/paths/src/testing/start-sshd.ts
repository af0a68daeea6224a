import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readHostKey } from '../hops/host-key.ts';
import type { SshHop } from '../hops/ssh-login.ts';
import { makeSshKey } from './make-ssh-key.ts';

const program = '/usr/sbin/sshd';

/** Why no sshd can be started here, or undefined: for a skip by name. */
export const sshdMissing = (): string | undefined => (existsSync(program) ? undefined : `${program} is not installed`);

export interface LabSshd extends AsyncDisposable {
  readonly address: string;
  readonly port: number;
  /** Home of whoever logs in, a new folder. */
  readonly home: string;
  readonly fingerprint: string;
  /** How to get in: right key, right host key. */
  readonly hop: SshHop;
  readonly log: () => string;
  close(): Promise<void>;
}

export interface SshdOptions {
  readonly address?: string;
  /** More lines of sshd_config. */
  readonly config?: readonly string[];
  /** Further public keys that may log in. */
  readonly authorizedKeys?: readonly string[];
  /** Take the place of an sshd that was closed: same port, new host key. */
  readonly port?: number;
  /** An own home to keep over several sshd; default: a new one, removed at the end. */
  readonly home?: string;
}

/** A real sshd on loopback for the user who runs the tests, with its own home, host key and client key. */
export async function startSshd(options: SshdOptions = {}): Promise<LabSshd> {
  const address = options.address ?? '127.0.0.1';
  const folder = await mkdtemp(join(tmpdir(), 'myriad-sshd-'));
  const home = options.home ?? join(folder, 'home');
  await mkdir(home, { recursive: true });
  const hostKey = makeSshKey();
  const clientKey = makeSshKey();
  await writeFile(join(folder, 'host_key'), hostKey.private, { mode: 0o600 });
  await writeFile(
    join(folder, 'authorized_keys'),
    `${[clientKey.public, ...(options.authorizedKeys ?? [])].join('\n')}\n`,
  );
  // Started as root, sshd wants its privilege separation folder.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  const { child, port, log } = await listen(folder, home, address, options);
  const fingerprint = readHostKey(Buffer.from(hostKey.public.split(' ')[1] ?? '', 'base64')).fingerprint;
  const close = async () => {
    await stop(child);
    await rm(folder, { recursive: true, force: true });
  };
  return {
    address,
    port,
    home,
    fingerprint,
    log,
    hop: {
      kind: 'ssh',
      address,
      port,
      user: userInfo().username,
      auth: { kind: 'key', privateKey: clientKey.private },
      hostKeys: [fingerprint],
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function listen(folder: string, home: string, address: string, options: SshdOptions) {
  for (let tried = 0; tried < 20; tried += 1) {
    const port = options.port ?? 21_000 + Math.floor(Math.random() * 500);
    const config = join(folder, 'sshd_config');
    await writeFile(config, sshdConfig(folder, home, address, port, options.config ?? []));
    const child = spawn(program, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    if (await answers(child, address, port)) return { child, port, log: () => text };
    await stop(child);
    if (!/already in use|Cannot bind/i.test(text)) throw new Error(`sshd did not start: ${text}`);
  }
  throw new Error('no free port for sshd');
}

function sshdConfig(folder: string, home: string, address: string, port: number, more: readonly string[]): string {
  return [
    ...more,
    `ListenAddress ${address}:${port}`,
    `HostKey ${folder}/host_key`,
    `AuthorizedKeysFile ${folder}/authorized_keys`,
    `PidFile ${folder}/pid`,
    `SetEnv HOME=${home}`,
    'PermitRootLogin yes',
    'StrictModes no',
    'UsePAM no',
    'UseDNS no',
    'PasswordAuthentication no',
    'PrintMotd no',
    'LogLevel VERBOSE',
    '',
  ].join('\n');
}

/** True when this child answers with the SSH greeting; false when it ended first. */
async function answers(child: ChildProcess, address: string, port: number): Promise<boolean> {
  const end = Date.now() + 10_000;
  while (Date.now() < end && child.exitCode === null) {
    if (await greets(address, port)) return child.exitCode === null;
    await delay(20);
  }
  return false;
}

function greets(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    socket.setTimeout(2000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString('latin1').startsWith('SSH-2.0'));
      socket.destroy();
    });
    socket.once('error', () => {});
    socket.once('close', () => resolve(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
