import { join } from 'node:path';
import { LogLine, type LogOutcome, logProblems, type PathSpec, type Role } from '@myriad/contract';
import { certificateMigrations } from '../../../platform/certificates/certificates.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { openDatabase } from '../../../platform/database/open-database.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { createLog } from '../../../platform/log/log.ts';
import { createSecrets } from '../../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../../platform/secrets/migrations.ts';
import { authMigrations } from '../../auth/index.ts';
import { createTestHttp, type TestHttp } from '../../auth/testing.ts';
import { createMetadata, type Metadata, metadataMigrations } from '../../metadata/index.ts';
import { createPaths, pathMigrations } from '../../paths/index.ts';
import { readTaskLog, taskMigrations } from '../../tasks/index.ts';
import { serveLogs } from '../index.ts';

export interface LogPlatform extends AsyncDisposable {
  readonly db: Db;
  readonly metadata: Metadata;
  readonly http: TestHttp;
  readonly lines: readonly string[];
  putSecret(value: string): Promise<string>;
  /** Accepts a host's key. */
  trust(host: {
    readonly address: string;
    readonly sshPort: number;
    readonly hostKeyFingerprint: string;
  }): Promise<void>;
  /** An instance with a cluster, an application and a host of its own. */
  addInstance(options: {
    readonly name: string;
    readonly flavor?: 'mysql' | 'mariadb';
    readonly version?: string;
    readonly address?: string;
    readonly port?: number;
    readonly paths?: readonly PathSpec[];
    /** Deployed here: everything of it lies under this folder. */
    readonly directory?: string;
    /** Adopted: the account to look with. */
    readonly observe?: { readonly user: string; readonly password: string };
  }): Promise<string>;
  search(as: Role | 'nobody', query: string): Promise<Searched>;
}

export interface Searched {
  readonly status: number;
  readonly code: string | undefined;
  readonly lines: readonly LogLine[];
  /** All entries, by time. */
  readonly entries: readonly Extract<LogLine, { type: 'entries' }>['entries'][number][];
  readonly outcomes: ReadonlyMap<string, LogOutcome>;
}

const source = { kind: 'person', id: 'u1' } as const;

/** A platform of its own in this process, of which only the logs are served. */
export async function openLogPlatform(folder: string): Promise<LogPlatform> {
  const clock = { now: Date.now };
  const store = await openDatabase({
    store: { file: join(folder, 'store.db') },
    migrations: [
      ...httpMigrations,
      ...authMigrations,
      ...metadataMigrations,
      ...secretMigrations,
      ...certificateMigrations,
      ...pathMigrations,
      ...taskMigrations,
    ],
  });
  const { db } = store;
  const said: string[] = [];
  const log = createLog({ level: 'warning', write: (line) => said.push(line) });
  const metadata = createMetadata({ clock });
  const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: () => undefined });
  const paths = createPaths({ db, clock, metadata, secrets });
  const http = await createTestHttp({ db, problems: [logProblems] });
  const { access } = paths;
  serveLogs(http.http, { db, clock, log, metadata, access, readTaskLog: (...asked) => readTaskLog({ db }, ...asked) });
  const putSecret = (value: string) =>
    inTransaction(db, (tx) => secrets.put(tx, { kind: 'password', label: 'test', value }));
  return {
    ...{ db, metadata, http, lines: said, putSecret },
    trust: async ({ address, sshPort, hostKeyFingerprint }) => {
      await inTransaction(db, (tx) => paths.ways.acceptHostKey(tx, `${address}:${sshPort}`, hostKeyFingerprint));
    },
    addInstance: async ({ name, flavor = 'mysql', version = '8.4.3', ...options }) => {
      const secretId = options.observe && (await putSecret(options.observe.password));
      const { id } = await inTransaction(db, async (tx) => {
        const { id: applicationId } = await metadata.addApplication(
          tx,
          { name: `app-${name}`, businessLine: '', owner: '', level: 'general' },
          source,
        );
        const cluster = await metadata.addCluster(
          tx,
          {
            ...{ name: `cluster-${name}`, flavor, version, topology: 'single', applicationId, environment: 'test' },
            ...{ state: 'running', fixed: {}, maintenance: null },
          },
          source,
        );
        if (options.observe && secretId) {
          const account = { user: options.observe.user, hostPattern: '%', secretId, purpose: 'observe' } as const;
          await metadata.addAccount(tx, { clusterId: cluster.id, ...account }, source);
        }
        const { address = '127.0.0.1', port = 3306, directory = '/', paths: specs = [] } = options;
        const host = await metadata.addHost(
          tx,
          { name, address, zone: 'z', baseDirectory: '/', poolState: 'in-use', paths: [...specs] },
          source,
        );
        return metadata.addInstance(
          tx,
          {
            ...{ hostId: host.id, port, clusterId: cluster.id, flavor, version, role: 'standalone', state: 'running' },
            ...{ directory, serverId: 1, maintenance: null, packageId: options.directory ? 'a-package' : null },
          },
          source,
        );
      });
      return id;
    },
    search: async (as, query) => {
      const { status, body } = await http.call(as, 'GET', `/api/logs?${query}`);
      if (status !== 200) return { status, code: body.code, lines: [], entries: [], outcomes: new Map() };
      const lines = String(body)
        .trimEnd()
        .split('\n')
        .map((line) => LogLine.parse(JSON.parse(line)));
      const entries = lines.flatMap((line) => (line.type === 'entries' ? line.entries : []));
      const outcomes = lines.flatMap((line) => (line.type === 'outcome' ? [line.outcome] : []));
      return {
        ...{ status, code: undefined, lines },
        entries: entries.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)),
        outcomes: new Map(outcomes.map((outcome) => [outcome.key, outcome])),
      };
    },
    [Symbol.asyncDispose]: async () => {
      await http.close();
      await paths.close();
      await store.close();
    },
  };
}
