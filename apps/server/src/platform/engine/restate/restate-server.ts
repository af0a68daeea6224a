import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Log } from '../../log/log.ts';
import { type EngineAddresses, isHealthy } from './restate-client.ts';
import { beganAt, endProcess, findByEnvironment, isRunning, type ProcessMark } from './running-process.ts';

export interface RestateServerOptions {
  /** Everything of the engine lies under it and may be deleted while it is stopped: the store knows all open tasks. */
  readonly folder: string;
  readonly identityFile: string;
  readonly log: Log;
}

export interface RestateServer {
  readonly addresses: EngineAddresses;
  readonly pid: number;
  /** Resolves when the process is gone, however that came about. */
  readonly ended: Promise<void>;
  /** Its folder is still the one it was started on. */
  hasFolder(): boolean;
  stop(): Promise<void>;
}

const nodeName = 'n1';
const startMilliseconds = 30_000;
const graceMilliseconds = 5_000;
const tries = 8;
/** A socket path holds at most 107 bytes (unix(7)); the longest name under the folder is `/data/n1/ingress.sock`. */
const longestFolder = 80;

const pidFile = (folder: string) => join(folder, 'engine.pid');
const dataFolder = (folder: string) => join(folder, 'data');

function binary(): string {
  const name = `@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`;
  return createRequire(import.meta.url).resolve(name);
}

/** Ends an engine that outlived its server, known by pid and start time, or by the folder in its environment. */
export async function endOrphan(folder: string, log: Log): Promise<void> {
  const found = [...readMark(folder), ...findByEnvironment(`RESTATE_BASE_DIR=${dataFolder(folder)}`)];
  for (const mark of found) {
    if (!isRunning(mark)) continue;
    log.info('engine of an earlier life is ended', { pid: mark.pid });
    await endProcess(mark, graceMilliseconds);
  }
  rmSync(pidFile(folder), { force: true });
}

function readMark(folder: string): readonly ProcessMark[] {
  try {
    const { pid, began } = JSON.parse(readFileSync(pidFile(folder), 'utf8')) as ProcessMark;
    return Number.isInteger(pid) && typeof began === 'string' ? [{ pid, began }] : [];
  } catch {
    return [];
  }
}

function writeMark(folder: string, pid: number): ProcessMark {
  const mark = { pid, began: beganAt(pid) ?? 'gone' };
  writeFileSync(`${pidFile(folder)}.new`, JSON.stringify(mark), { mode: 0o600 });
  renameSync(`${pidFile(folder)}.new`, pidFile(folder));
  return mark;
}

/** Starts the engine as a child process and waits until it answers. Another start on the same folder is ended first. */
export async function startRestateServer(options: RestateServerOptions): Promise<RestateServer> {
  const { folder, log } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await endOrphan(folder, log);
  for (let attempt = 1; ; attempt++) {
    const started = await tryStart(options);
    if (!('failed' in started)) return started;
    if (attempt === tries || !started.failed.includes('Address in use'))
      throw new Error(`the engine did not start: ${started.failed}`);
  }
}

async function tryStart(options: RestateServerOptions): Promise<RestateServer | { readonly failed: string }> {
  const { folder, log } = options;
  const data = dataFolder(folder);
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const listen = Buffer.byteLength(folder) <= longestFolder ? unixListen(data) : tcpListen();
  const child = spawnPrivately(binary(), { ...fixedSettings(options, data), ...listen.settings }, folder);
  if (child.pid === undefined) return { failed: 'the engine binary could not be run' };
  const mark = writeMark(folder, child.pid);
  const lines = keepLastLines(child, log);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      over = true;
      resolve();
    });
  });
  const deadline = performance.now() + startMilliseconds;
  while (!over && performance.now() < deadline) {
    if (await isHealthy(listen.addresses)) {
      const made = stamp(join(data, nodeName));
      return {
        addresses: listen.addresses,
        pid: mark.pid,
        ended,
        // Our own file is there from before the engine's first answer, and no engine writes it.
        hasFolder: () => readMark(folder).length > 0 && made !== undefined && stamp(join(data, nodeName)) === made,
        stop: async () => {
          await endProcess(mark, graceMilliseconds);
          await ended;
          rmSync(pidFile(folder), { force: true });
        },
      };
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  await endProcess(mark, graceMilliseconds);
  return { failed: over ? lines().join(' | ') : `no answer within ${startMilliseconds / 1000} s` };
}

/** Tells a folder from a later one of the same name: an engine that lost its own makes parts of it anew, without sockets. */
function stamp(folder: string): string | undefined {
  const seen = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return seen && `${seen.ino} ${seen.birthtimeNs}`;
}

/** Sockets and files of the child are for this user alone. A group of its own: Ctrl-C is for us, and we stop it. */
function spawnPrivately(file: string, env: NodeJS.ProcessEnv, cwd: string): ChildProcess {
  const before = process.umask(0o077);
  try {
    return spawn(file, ['--no-logo'], { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  } finally {
    process.umask(before);
  }
}

const fixedSettings = ({ identityFile }: RestateServerOptions, data: string) => ({
  RESTATE_BASE_DIR: data,
  RESTATE_NODE_NAME: nodeName,
  RESTATE_CLUSTER_NAME: 'myriad',
  // Fixed at first start: 4 is plenty for one node.
  RESTATE_DEFAULT_NUM_PARTITIONS: '4',
  RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '64MiB',
  RESTATE_ADMIN__QUERY_ENGINE__MEMORY_SIZE: '64MiB',
  RESTATE_WORKER__INVOKER__MEMORY_LIMIT: '64MiB',
  RESTATE_BIFROST__RECORD_CACHE_MEMORY_SIZE: '16MiB',
  RESTATE_WORKER__INVOKER__REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE: identityFile,
  RESTATE_DEFAULT_IDEMPOTENCY_RETENTION: '1m',
  RESTATE_DEFAULT_JOURNAL_RETENTION: '0s',
  RESTATE_DISABLE_TELEMETRY: 'true',
  DO_NOT_TRACK: '1',
  RESTATE_ADMIN__DISABLE_WEB_UI: 'true',
  RESTATE_LOG_FILTER: 'warn',
  RESTATE_LOG_FORMAT: 'json',
});

interface Listen {
  readonly addresses: EngineAddresses;
  readonly settings: NodeJS.ProcessEnv;
}

/** No TCP port at all: file permissions protect the engine, which knows no sign-in. */
function unixListen(data: string): Listen {
  const at = (name: string) => ({ socketPath: join(data, nodeName, `${name}.sock`) });
  // A socket left by a killed engine would answer nothing and must not be asked.
  for (const name of ['admin', 'ingress', 'fabric']) rmSync(at(name).socketPath, { force: true });
  return { addresses: { admin: at('admin'), ingress: at('ingress') }, settings: { RESTATE_LISTEN_MODE: 'unix' } };
}

/** Loopback ports below the ephemeral range, at random; a taken one is tried again with others. */
function tcpListen(): Listen {
  const base = 20_000 + Math.floor(Math.random() * 4_000) * 3;
  const url = (port: number) => ({ url: `http://127.0.0.1:${port}` });
  return {
    addresses: { ingress: url(base), admin: url(base + 1) },
    settings: {
      RESTATE_LISTEN_MODE: 'tcp',
      RESTATE_BIND_IP: '127.0.0.1',
      RESTATE_ADVERTISED_HOST: '127.0.0.1',
      RESTATE_INGRESS__BIND_PORT: String(base),
      RESTATE_ADMIN__BIND_PORT: String(base + 1),
      RESTATE_BIND_PORT: String(base + 2),
    },
  };
}

/** What the engine said last, to explain a failed start; its warnings go to our log. */
function keepLastLines(child: ChildProcess, log: Log): () => readonly string[] {
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      last.push(line.slice(0, 500));
      if (last.length > 5) last.shift();
      log.debug('engine says', { line: line.slice(0, 500) });
    });
  }
  return () => last;
}
