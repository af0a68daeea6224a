import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client, ClientChannel } from 'ssh2';
import type { Where } from '../limits.ts';
import { quoteArgument } from '../quote-argument.ts';
import { createSemaphore } from '../semaphore.ts';
import type { Address, HostTransport, Running } from '../transport.ts';
import { PathError } from '../types.ts';

/** sshd's default MaxSessions is 10: eight for work, two so that work can always be ended. */
const lanes = { work: 8, control: 2 } as const;

/** One logged-in SSH connection with its limits on channels. */
export interface SshConnection {
  /** The same connection under the name a path gives it. */
  transport(where: Where): HostTransport;
  readonly isLost: () => boolean;
  onLost(listener: () => void): void;
  end(): void;
}

export function createSshConnection(client: Client): SshConnection {
  const work = createSemaphore(lanes.work);
  const control = createSemaphore(lanes.control);
  const listeners = new Set<() => void>();
  let lost = false;
  const lose = () => {
    if (lost) return;
    lost = true;
    for (const listener of listeners) listener();
    listeners.clear();
  };
  client.on('error', () => client.destroy());
  client.on('close', lose);
  client.on('end', lose);
  /** Returns how to take the listener back. */
  const onLost = (listener: () => void) => {
    if (lost) listener();
    else listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const start = async (argv: readonly string[], lane: 'work' | 'control', where: Where): Promise<Running> => {
    const free = await (lane === 'work' ? work : control).take();
    try {
      return await againIfFull(() => openChannel(client, argv, where, onLost, free));
    } catch (error) {
      free();
      throw error;
    }
  };
  return {
    transport: (where) => ({
      where,
      start: (argv, lane) => start(argv, lane, where),
      tunnel: (to) => forward(client, to, where, onLost),
    }),
    isLost: () => lost,
    onLost: (listener) => void onLost(listener),
    end: () => client.end(),
  };
}

/** sshd counts a session until it has reaped its process, a moment after it closed the channel (MaxSessions). */
async function againIfFull(open: () => Promise<Running>): Promise<Running> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await open();
    } catch (error) {
      if (tried === 8 || !(error instanceof PathError) || error.code !== 'NOT_POSSIBLE_HERE') throw error;
    }
    await delay(10 * 2 ** tried * (0.5 + Math.random()));
  }
}

type OnLost = (listener: () => void) => () => void;

const connectionLost = (where: Where) => new PathError('CONNECTION_LOST', 'the SSH connection was lost', where);

/** ssh2 calls nobody back when the connection dies while a channel is being opened: hence `onLost` everywhere. */
function ask<T>(
  where: Where,
  onLost: OnLost,
  send: (done: (error: Error | undefined, value?: T) => void) => void,
  refuse: (error: Error) => PathError,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const forget = onLost(() => reject(connectionLost(where)));
    const done = (error: Error | undefined, value?: T) => {
      forget();
      if (value === undefined) reject(refuse(error ?? new Error('no channel')));
      else resolve(value);
    };
    try {
      send(done);
    } catch {
      forget();
      reject(connectionLost(where)); // ssh2 throws 'Not connected' at once.
    }
  });
}

function openChannel(
  client: Client,
  argv: readonly string[],
  where: Where,
  onLost: OnLost,
  closed: () => void,
): Promise<Running> {
  const command = `exec ${argv.map(quoteArgument).join(' ')}`;
  return ask<Running>(
    where,
    onLost,
    (done) =>
      client.exec(command, (error, channel) => {
        if (error) return done(error);
        channel.once('close', closed);
        // Listens before this callback returns: a quick command's exit status may stand in the same packet.
        done(undefined, runningOf(channel, where, onLost));
      }),
    (error) => new PathError('NOT_POSSIBLE_HERE', `sshd opened no channel: ${error.message}`, where),
  );
}

function runningOf(channel: ClientChannel, where: Where, onLost: OnLost): Running {
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    const forget = onLost(() => reject(connectionLost(where)));
    let exit: { code: number | null; signal: string | null } | undefined;
    channel.on('exit', (code: number | null, signal?: string) => {
      exit = { code, signal: signal ?? null };
      forget();
      resolve(exit);
    });
    channel.on('close', () => {
      forget();
      if (!exit) reject(connectionLost(where));
    });
  });
  ended.catch(() => {}); // whoever waits for it still sees it; nobody has to.
  channel.on('error', () => {});
  const close = () => {
    // A channel's 'close' never comes while its output is unread, and its place would never be free again.
    channel.resume();
    channel.stderr.resume();
    channel.close();
  };
  return { stdin: channel.stdin as Running['stdin'], stdout: channel, stderr: channel.stderr, ended, close };
}

function forward(client: Client, to: Address, where: Where, onLost: OnLost): Promise<Duplex> {
  return ask<Duplex>(
    where,
    onLost,
    (done) =>
      'socket' in to
        ? client.openssh_forwardOutStreamLocal(to.socket, done)
        : client.forwardOut('127.0.0.1', 0, to.host, to.port, done),
    (error) => forwardRefused(error, where),
  );
}

/** Reason 1 of RFC 4254 §5.1: the sshd forbids forwarding, another path may do. */
function forwardRefused(error: Error & { reason?: number }, where: Where): PathError {
  return error.reason === 1
    ? new PathError('NOT_POSSIBLE_HERE', `sshd forbids forwarding: ${error.message}`, where)
    : new PathError('HOP_UNREACHABLE', error.message, where);
}
