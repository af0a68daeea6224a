import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import {
  type Flavor,
  initialiseArgv,
  initialiseSql,
  initialiseSqlFile,
  layoutOf,
  type OptionTemplateInput,
  optionFileFor,
  parseVersion,
  renderOptionFile,
  type SqlRunner,
  type SqlValue,
  serverArgv,
  type Version,
} from '../src/index.ts';

export interface LabServer {
  readonly version: Version;
  readonly address: string;
  readonly port: number;
  readonly directory: string;
  readonly process: ChildProcess;
  connect(as: {
    user: string;
    password: string;
    socket?: boolean;
    tls?: boolean;
  }): Promise<SqlRunner & AsyncDisposable>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface LabServerOptions {
  readonly basedir: string;
  readonly flavor: Flavor;
  readonly versionText: string;
  readonly directory: string;
  readonly address: string;
  readonly port: number;
  readonly serverId: number;
  readonly start: OptionTemplateInput['start'];
  /** A certificate to start with; without one the server has what it makes for itself. */
  readonly certificate?: { readonly authorities: string; readonly certificate: string; readonly key: string };
}

/** A server made exactly as the platform makes one: template, initialise, start in the foreground. As root: `--user=root`. */
export async function startLabServer(options: LabServerOptions): Promise<LabServer> {
  const { basedir, flavor, directory, address, port } = options;
  const version = parseVersion(options.versionText, flavor);
  const layout = layoutOf(directory);
  for (const folder of [layout.binlog, layout.relay, layout.temporary, layout.files, layout.log, layout.run])
    await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = optionFileFor({
    ...options,
    version,
    adminPort: port + 1,
    size: { memoryMib: 512, cores: 2, storage: 'ssd' },
    fixed: {
      lowerCaseTableNames: 0,
      pageSizeKib: 16,
      characterSet: 'utf8mb4',
      collation: flavor === 'mysql' ? 'utf8mb4_0900_ai_ci' : 'utf8mb4_general_ci',
      timeZone: '+00:00',
    },
    certificate: options.certificate ? 'platform' : 'own',
    plugins: await readdir(path.join(basedir, 'lib/plugin')),
  });
  if (options.certificate) {
    await mkdir(path.dirname(layout.certificate.key), { recursive: true, mode: 0o700 });
    for (const name of ['authorities', 'certificate', 'key'] as const)
      await writeFile(layout.certificate[name], options.certificate[name], { mode: 0o600 });
  }
  await writeFile(layout.optionFile, renderOptionFile(file));
  const first = initialiseSql(version);
  if (first) await writeFile(initialiseSqlFile(directory), first);
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const [program = '', ...args] = initialiseArgv({ version, basedir, directory });
  await promisify(execFile)(program, [...args, ...asRoot]);
  const [server = '', ...rest] = serverArgv({ version, basedir, directory });
  const child = spawn(server, [...rest, ...asRoot], { stdio: 'ignore' });
  const connect: LabServer['connect'] = async ({ user, password, socket, tls }) => {
    const connection = await createConnection({
      user,
      password,
      ...(socket ? { socketPath: layout.socket } : { host: address, port }),
      ...(tls ? { ssl: { rejectUnauthorized: false } } : {}),
    });
    return {
      query: async (sql: string, values: readonly SqlValue[] = []) => {
        const [rows] = await connection.query(sql, [...values]);
        return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
      },
      [Symbol.asyncDispose]: async () => connection.destroy(),
    };
  };
  const labServer: LabServer = {
    version,
    address,
    port,
    directory,
    process: child,
    connect,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
  await untilAnswers(labServer, layout.errorLog);
  return labServer;
}

async function untilAnswers(server: LabServer, errorLog: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await using root = await server.connect({ user: 'root', password: '', socket: true });
      await root.query('SELECT 1');
      return;
    } catch (error) {
      const ended = server.process.exitCode !== null;
      if (ended || Date.now() > deadline) {
        const log = await readFile(errorLog, 'utf8').catch(() => '(no error log)');
        throw new Error(`${server.port} does not answer (${String(error)}):\n${log.slice(-3000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
