import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Where } from '../limits.ts';
import type { Address, HostTransport, Running } from '../transport.ts';
import { PathError } from '../types.ts';

/** The machine the platform itself runs on. `environment` is all a command sees: never the platform's own, which holds keys. */
export function localTransport(where: Where, environment: Readonly<Record<string, string>>): HostTransport {
  return {
    where,
    start: (argv) => startChild(argv, environment, where),
    tunnel: (to) => connectTo(to, where),
  };
}

function startChild(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  where: Where,
): Promise<Running> {
  const [command = '', ...rest] = argv;
  const child = spawn(command, rest, { detached: true, env: { ...environment }, cwd: environment.HOME ?? '/' });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => reject(new PathError('NOT_POSSIBLE_HERE', error.message, where)));
  });
  ended.catch(() => {}); // whoever waits for it still sees it; nobody has to.
  child.stdin.on('error', () => {}); // the command may end without reading its input.
  const close = () => {
    child.stdin.destroy();
    child.stdout.destroy();
    child.stderr.destroy();
    child.unref();
  };
  return Promise.resolve({ stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, ended, close });
}

function connectTo(to: Address, where: Where): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = 'socket' in to ? connect(to.socket) : connect(to.port, to.host);
    const refuse = (error: Error) => reject(new PathError('HOP_UNREACHABLE', error.message, where));
    socket.once('error', refuse);
    socket.once('connect', () => {
      socket.off('error', refuse);
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}
