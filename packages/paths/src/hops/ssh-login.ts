import type { Duplex } from 'node:stream';
import { Client, type ConnectConfig } from 'ssh2';
import type { Where } from '../limits.ts';
import { type Hop, PathError } from '../types.ts';
import { readHostKey, refuseHostKey } from './host-key.ts';
import { createSshConnection, type SshConnection } from './ssh-connection.ts';

export type SshHop = Extract<Hop, { kind: 'ssh' }>;

/** Key exchange, host key, login. `through` is the stream the hop before opened to this one. Throws PathError. */
export function loginSsh(
  hop: SshHop,
  where: Where,
  through: Duplex | undefined,
  timeoutSeconds: number,
  stop: AbortSignal,
): Promise<SshConnection> {
  return new Promise((resolve, reject) => {
    const client = new Client();
    let refusal: PathError | undefined;
    const fail = (error: Error & { level?: string }) => {
      stop.removeEventListener('abort', stopped);
      client.destroy();
      reject(refusal ?? loginError(error, hop, where, timeoutSeconds));
    };
    const stopped = () => fail(new Error('the pool was closed'));
    stop.addEventListener('abort', stopped, { once: true });
    client.on('error', fail);
    // Some ends come without an error: a gateway closing the stream, sshd dropping the connection (MaxStartups).
    client.on('close', () => fail(new Error('Connection lost before handshake')));
    client.once('ready', () => {
      client.off('error', fail);
      stop.removeEventListener('abort', stopped);
      client.removeAllListeners('close');
      // ssh2 leaves Nagle's algorithm on: 44 ms per small round trip.
      client.setNoDelay(true);
      // Here and not after the promise: an error in between would have no listener and end the process.
      resolve(createSshConnection(client));
    });
    if (hop.auth.kind === 'password') {
      const { password } = hop.auth;
      client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
        finish(prompts.map(() => password)),
      );
    }
    try {
      client.connect({
        ...authOptions(hop),
        ...(through ? { sock: through } : { host: hop.address, port: hop.port }),
        username: hop.user,
        readyTimeout: timeoutSeconds * 1000,
        keepaliveInterval: 15_000,
        keepaliveCountMax: 3,
        hostVerifier: (blob: Buffer) => {
          refusal = refuseHostKey(readHostKey(blob), hop.hostKeys, where);
          return refusal === undefined;
        },
      });
    } catch (error) {
      // A key that cannot be read or wants a passphrase is found here, before anything is sent.
      reject(new PathError('LOGIN_REFUSED', error instanceof Error ? error.message : String(error), where));
    }
  });
}

function authOptions({ auth }: SshHop): ConnectConfig {
  switch (auth.kind) {
    case 'key':
      return { privateKey: auth.privateKey, ...(auth.passphrase === undefined ? {} : { passphrase: auth.passphrase }) };
    case 'password':
      return { password: auth.password, tryKeyboard: true };
    case 'agent':
      return { agent: auth.socket };
  }
}

function loginError(error: Error & { level?: string }, hop: SshHop, where: Where, seconds: number): PathError {
  const { level, message } = error;
  if (level === 'client-authentication' || level === 'agent') {
    return new PathError('LOGIN_REFUSED', `${hop.user} was not let in: ${message}`, where, { user: hop.user });
  }
  if (level === 'client-timeout') return new PathError('TIMED_OUT', `no login within ${seconds} s`, where);
  return new PathError('HOP_UNREACHABLE', message, where, { again: isWorthAnotherTry(error) });
}

/** sshd drops connections at random when many shake hands at once (MaxStartups 10:30:100): that is no verdict on the host. */
function isWorthAnotherTry(error: Error & { code?: string }): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE' || /before handshake|ECONNRESET/.test(error.message);
}
