import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { type Answer, answer } from './answers.ts';
import { dripInto, flood } from './hostile-streams.ts';
import { type Account, expectedProof, fastAuthSuccess, greeting, readLogin, switchPlugin } from './login.ts';
import { errorPacket, okPacket, preparedPackets, resultPackets } from './packets.ts';
import type { SimulatedServer } from './simulated-server.ts';

export interface Speaking {
  readonly server: SimulatedServer;
  /** null: everybody is let in. */
  readonly account: Account | null;
  readonly now: () => number;
  /** What was asked, for tests that count. */
  readonly onStatement?: ((server: SimulatedServer, sql: string) => void) | undefined;
}

let connections = 0;

/** Statements of one look after which `denied-half-way` and `dies-mid-sweep` begin. */
const firstAnswered = /^show global status/i;

/** Serves one client until it goes, or the server's script ends it. */
export function speak(socket: Socket, speaking: Speaking): void {
  const { server } = speaking;
  connections = (connections + 1) % 0xffff_ffff;
  const id = connections;
  socket.setNoDelay(true);
  socket.on('error', () => {});
  if (server.hostility === 'resets') return void socket.resetAndDestroy();
  if (server.hostility === 'silent') return void socket.resume();
  if (server.hostility === 'wrong-protocol') return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n<html></html>');
  if (server.hostility === 'too-many-connections')
    return void socket.end(errorPacket(0, 1040, '08004', 'Too many connections'));
  const nonce = Buffer.from(randomBytes(20).map((byte) => (byte % 126) + 1));
  const write = server.hostility === 'slow-drip' ? dripInto(socket) : (bytes: Buffer) => void socket.write(bytes);
  write(greeting(server.version, id, nonce, speaking.account?.plugin ?? 'caching_sha2_password'));
  let rest: Buffer | undefined;
  let handle = login(speaking, nonce, id, write, (next) => {
    handle = next;
  });
  socket.on('data', (chunk: Buffer) => {
    let bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    rest = undefined;
    while (bytes.length >= 4) {
      const end = 4 + bytes.readUIntLE(0, 3);
      if (bytes.length < end) break;
      handle(bytes.subarray(4, end), bytes[3] ?? 0, socket);
      bytes = bytes.subarray(end);
    }
    // A copy: the part must not hold the whole chunk.
    if (bytes.length > 0) rest = Buffer.from(bytes);
  });
}

type Handle = (payload: Buffer, sequence: number, socket: Socket) => void;
type Write = (bytes: Buffer) => void;

function login(speaking: Speaking, nonce: Buffer, id: number, write: Write, become: (next: Handle) => void): Handle {
  const { account, server } = speaking;
  let user = '';
  const judge = (proof: Buffer, sequence: number, socket: Socket) => {
    if (server.hostility === 'hangs-after-handshake') return;
    const right = account === null || (user === account.user && proof.equals(expectedProof(account, nonce)));
    if (!right || server.hostility === 'refuses-login')
      return void socket.end(errorPacket(sequence, 1045, '28000', `Access denied for user '${user}'@'client'`));
    become(commands(speaking, id, write));
    const fast = account?.plugin !== 'mysql_native_password' && proof.length > 0;
    if (fast) write(fastAuthSuccess(sequence));
    write(okPacket(sequence + (fast ? 1 : 0)));
  };
  return (payload, sequence, socket) => {
    const attempt = readLogin(payload);
    if (!attempt) return void socket.end(errorPacket(sequence + 1, 1043, '08S01', 'Bad handshake'));
    user = attempt.user;
    if (account === null || attempt.plugin === account.plugin) return judge(attempt.proof, sequence + 1, socket);
    write(switchPlugin(sequence + 1, account.plugin, nonce));
    become((proof, next) => judge(proof, next + 1, socket));
  };
}

const statementKinds = { quit: 1, initDatabase: 2, query: 3, ping: 14, prepare: 22, execute: 23, close: 25, reset: 31 };

function commands(speaking: Speaking, id: number, write: Write): Handle {
  const { server, now, onStatement } = speaking;
  // Only for those who prepare: most connections never do.
  let prepared: Map<number, string> | undefined;
  let last = 0;
  const run = (sql: string, form: 'text' | 'binary', socket: Socket) => {
    onStatement?.(server, sql);
    const is = server.hostility;
    if (is === 'hangs-on-statement') return;
    const looks = !/^\s*(set|select version|select 1)\b/i.test(sql);
    if (looks && (is === 'huge-answer' || is === 'huge-packet')) return flood(socket, is);
    if (looks && !firstAnswered.test(sql) && is === 'denied-half-way')
      return write(errorPacket(1, 1227, '42000', 'Access denied; you need (at least one of) the PROCESS privilege(s)'));
    if (looks && !firstAnswered.test(sql) && is === 'dies-mid-sweep') return void socket.destroy();
    write(packetsOf(answer(server, sql, now(), id), form));
  };
  return (payload, _sequence, socket) => {
    const kind = payload[0] ?? 0;
    if (kind === statementKinds.quit) return void socket.end();
    if (kind === statementKinds.query) return run(payload.toString('utf8', 1), 'text', socket);
    if (kind === statementKinds.prepare) {
      const sql = payload.toString('utf8', 1);
      prepared ??= new Map();
      prepared.set(++last, sql);
      const shown = answer(server, sql, now(), id);
      if (shown.kind === 'error') return write(packetsOf(shown, 'text'));
      const columns = shown.kind === 'rows' ? shown.result.columns : [];
      return write(preparedPackets(last, columns, sql.split('?').length - 1));
    }
    if (kind === statementKinds.execute) return run(prepared?.get(payload.readUInt32LE(1)) ?? '', 'binary', socket);
    if (kind === statementKinds.close) return void prepared?.delete(payload.readUInt32LE(1));
    const known = [statementKinds.ping, statementKinds.initDatabase, statementKinds.reset].includes(kind);
    return write(known ? okPacket(1) : errorPacket(1, 1047, '08S01', 'Unknown command'));
  };
}

function packetsOf(given: Answer, form: 'text' | 'binary'): Buffer {
  if (given.kind === 'ok') return okPacket(1);
  if (given.kind === 'rows') return resultPackets(given.result, form);
  return errorPacket(1, given.errno, given.sqlState, given.message);
}
