import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { freePort } from './free-port.ts';
import { LabUnavailable } from './lab-unavailable.ts';
import { waitUntil } from './processes.ts';
import { copyDataTemplate } from './servers/data-template.ts';
import { serverArguments } from './servers/server-arguments.ts';
import { ensureTree } from './trees/ensure-tree.ts';
import type { Flavor } from './trees/recipes.ts';

export type Row = Readonly<Record<string, unknown>>;

/** One real server, without the platform: small, bound to loopback, gone with this process. */
export interface LabServer extends AsyncDisposable {
  readonly flavor: Flavor;
  readonly version: string;
  readonly address: string;
  readonly port: number;
  /** root@localhost without a password answers here, and only here. */
  readonly socket: string;
  readonly folder: string;
  readonly serverId: number;
  /** @throws when it does not run. */
  pid(): number;
  isRunning(): boolean;
  /** A connection as root through the socket. The caller ends it. */
  connect(database?: string): Promise<Connection>;
  /** One statement as root, on a connection of its own. */
  rows(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Starts it again after stop or kill, with the same data, address and port. @throws with the error log's end. */
  start(options?: readonly string[]): Promise<void>;
  /** SIGTERM, and SIGKILL after 60 s. */
  stop(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGSTOP: alive for the kernel, silent for everybody else. */
  freeze(): void;
  thaw(): void;
}

export interface LabServerOptions {
  readonly flavor: Flavor;
  /** Data, logs and socket. Data already there is used. */
  readonly folder: string;
  /** Default 127.0.0.1. */
  readonly address?: string;
  /** Default: a free one. Must be given for an address that is not this machine's own. */
  readonly port?: number;
  /** Where the server runs, as a machine of a lab network does it. */
  readonly wrap?: (argv: readonly string[]) => readonly string[];
  readonly serverId?: number;
  /** Off by default: it costs a MySQL server 400 MB. */
  readonly performanceSchema?: 'on' | 'off';
  readonly options?: readonly string[];
}

/** @throws LabUnavailable when there is no tree of the flavour. */
export async function startServer(given: LabServerOptions): Promise<LabServer> {
  const { flavor, folder, address = '127.0.0.1', serverId = 1, performanceSchema = 'off', options = [] } = given;
  const tree = await ensureTree(flavor);
  if ('missing' in tree) throw new LabUnavailable(tree.words);
  await mkdir(folder, { recursive: true });
  await copyDataTemplate(tree, path.join(folder, 'data'));
  // A socket's path holds 107 bytes, a test's folder may be longer.
  const sockets = await mkdtemp(path.join(tmpdir(), 'myriad-s-'));
  const socket = path.join(sockets, 's');
  const port = given.port ?? (await freePort(address));
  let child: ChildProcess | undefined;

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const pid = () => {
    if (!isRunning() || child?.pid === undefined) throw new Error(`the server on ${address}:${port} does not run`);
    return child.pid;
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child || !isRunning()) return;
    const closed = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill(signal);
    const late = setTimeout(() => child?.kill('SIGKILL'), 60_000);
    await closed;
    clearTimeout(late);
  };
  const start = async (more: readonly string[] = []) => {
    if (isRunning()) return;
    const argv = { tree, folder, socket, address, port, serverId, performanceSchema, options: [...options, ...more] };
    const program = path.join(tree.directory, 'bin', flavor === 'mysql' ? 'mysqld' : 'mariadbd');
    await rm(socket, { force: true });
    // Bound to our life: a test that crashes leaves no server behind.
    const command = (given.wrap ?? ((line) => line))([program, ...serverArguments(argv)]);
    const started = spawn('setpriv', ['--pdeathsig', 'KILL', ...command], { stdio: 'ignore' });
    child = started;
    const answers = await waitUntil(async () => !isRunning() || (await greets(socket)), 60_000);
    if (answers && isRunning()) return;
    started.kill('SIGKILL');
    const log = await readFile(path.join(folder, 'error.log'), 'utf8').catch(() => 'no error log');
    throw new Error(`the ${flavor} server in ${folder} did not start: ${log.trim().split('\n').slice(-6).join('\n')}`);
  };
  const connect = (database?: string) =>
    createConnection({ socketPath: socket, user: 'root', password: '', ...(database ? { database } : {}) });
  const rows = async (sql: string, values: readonly unknown[] = []) => {
    const connection = await connect();
    try {
      const [found] = await connection.query<RowDataPacket[]>(sql, [...values]);
      return Array.isArray(found) ? found : [];
    } finally {
      connection.destroy();
    }
  };
  const dispose = async () => {
    await end('SIGKILL');
    await rm(sockets, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    ...{ flavor, version: tree.version, address, port, socket, folder, serverId, pid, isRunning, connect, rows, start },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => void process.kill(pid(), 'SIGSTOP'),
    thaw: () => void process.kill(pid(), 'SIGCONT'),
    [Symbol.asyncDispose]: dispose,
  };
}

/** The server speaks first: its greeting means that it serves, not merely that the socket is there. */
function greets(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connectSocket(socket);
    const finish = (answer: boolean) => {
      connection.destroy();
      resolve(answer);
    };
    connection.setTimeout(1_000, () => finish(false));
    connection.once('error', () => finish(false));
    connection.once('data', () => finish(true));
    connection.once('end', () => finish(false));
  });
}
