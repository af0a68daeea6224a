import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { PathSpec } from '@myriad/contract';
import { freePort, type LabHost, type LabHosts, LabUnavailable, startLabHosts, startServer } from '@myriad/lab';
import { PathError } from '@myriad/paths';
import { certificateMigrations } from '../../platform/certificates/certificates.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { type OpenStore, openDatabase } from '../../platform/database/open-database.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { createSecrets } from '../../platform/secrets/create-secrets.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { secretMigrations } from '../../platform/secrets/migrations.ts';
import { createMetadata, type HostRecord, metadataMigrations, type Source } from '../metadata/index.ts';
import { createPaths, type Paths, pathMigrations } from './index.ts';

const clock = { now: () => 1_700_000_000_000 };
const source: Source = { kind: 'person', id: 'u1' };

let lab: LabHosts | undefined;
let missing: string | undefined;
let folder: string;
let store: OpenStore;
let paths: Paths;
const metadata = createMetadata({ clock });
const secrets = createSecrets({ keys: keyRing([newKey()]), clock, hide: () => undefined });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myriad-paths-'));
  try {
    lab = await startLabHosts({ count: 3, folder: join(folder, 'lab') });
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error;
    missing = error.message;
  }
  const migrations = [...metadataMigrations, ...secretMigrations, ...certificateMigrations, ...pathMigrations];
  store = await openDatabase({ store: { file: join(folder, 'store.db') }, migrations });
  paths = createPaths({ db: store.db, clock, metadata, secrets });
});
after(async () => {
  await paths?.close();
  await store?.close();
  await lab?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const labTest = (name: string, body: () => Promise<void>) =>
  test(name, { timeout: 60_000 }, async (context) => {
    if (missing) return context.skip(missing);
    await body();
  });

const hostAt = (at: number): LabHost => {
  const host = lab?.hosts[at];
  if (!host) throw new Error(`no lab host ${at}`);
  return host;
};

type SshSpec = Extract<PathSpec, { kind: 'ssh' }>;

async function pathTo(host: LabHost, more: Partial<SshSpec> = {}): Promise<SshSpec> {
  const value = host.privateKey;
  const secretId = await inTransaction(store.db, (tx) => secrets.put(tx, { kind: 'ssh-key', label: 'lab', value }));
  return {
    kind: 'ssh',
    address: host.address,
    port: host.sshPort,
    user: host.user,
    secretId,
    agent: false,
    jumps: [],
    ...more,
  };
}

let made = 0;
const addHost = (host: LabHost, specs: PathSpec[], name = `host-${++made}`): Promise<HostRecord> =>
  inTransaction(store.db, (tx) =>
    metadata.addHost(
      tx,
      { name, address: host.address, zone: 'z', baseDirectory: '/b', poolState: 'available', paths: specs },
      source,
    ),
  );

const trust = (host: LabHost) =>
  inTransaction(store.db, (tx) =>
    paths.ways.acceptHostKey(tx, `${host.address}:${host.sshPort}`, host.hostKeyFingerprint),
  );

const seat = {
  port: 3306,
  clusterId: null,
  flavor: 'mysql',
  version: '9.7.4',
  packageId: null,
  role: 'standalone',
  state: 'running',
  directory: '/b/3306',
  serverId: 1,
  maintenance: null,
} as const;

describe('ways to hosts', () => {
  labTest('nothing is trusted at first sight: opening names the key, and works once it is accepted', async () => {
    const host = await addHost(hostAt(0), [await pathTo(hostAt(0))]);
    await assert.rejects(paths.access.openHost(host.id), (error: PathError) => {
      assert.equal(error.code, 'HOST_KEY_UNKNOWN');
      assert.equal(error.detail.fingerprint, hostAt(0).hostKeyFingerprint);
      return true;
    });
    await trust(hostAt(0));
    await trust(hostAt(0));
    const seen: string[] = [];
    await using session = await paths.access.openHost(host.id, { onPath: (path) => seen.push(path) });
    assert.equal((await session.exec(['id', '-un'])).stdout.trim(), hostAt(0).user);
    const endpoint = `${hostAt(0).address}:${hostAt(0).sshPort}`;
    assert.deepEqual(seen, [`ssh ${endpoint}`]);
    const known = [{ endpoint, fingerprint: hostAt(0).hostKeyFingerprint, firstSeenAt: clock.now() }];
    assert.deepEqual(await paths.ways.listHostKeys(store.db, [endpoint]), known);
    assert.deepEqual(await paths.ways.listHostKeys(store.db, []), []);
  });

  labTest('goes through jumps by their own stored paths', async () => {
    for (const at of [0, 1, 2]) await trust(hostAt(at));
    const first = await addHost(hostAt(0), [await pathTo(hostAt(0))]);
    const second = await addHost(hostAt(1), [await pathTo(hostAt(1), { jumps: [first.id] })]);
    const third = await addHost(hostAt(2), [await pathTo(hostAt(2), { jumps: [second.id] })]);
    await using session = await paths.access.openHost(third.id);
    const names = [0, 1, 2].map((at) => `ssh ${hostAt(at).address}:${hostAt(at).sshPort}`);
    assert.equal(session.path, names.join(' → '));
    const { privateKey, address, sshPort: port, user, hostKeyFingerprint } = hostAt(2);
    const auth = { kind: 'key', privateKey } as const;
    const way = { address, port, user, auth, jumps: [first.id, second.id], hostKeys: [hostKeyFingerprint] };
    await using tried = await paths.ways.openNew(way);
    assert.equal(tried.path, names.join(' → '));
  });

  labTest('jumps in a circle and a host without paths are refused by name', async () => {
    const a = await addHost(hostAt(0), [], 'circle-a');
    const b = await addHost(hostAt(1), [await pathTo(hostAt(1), { jumps: [a.id] })], 'circle-b');
    await assert.rejects(paths.access.openHost(a.id), { code: 'HOST_HAS_NO_PATH' });
    const circle = [await pathTo(hostAt(0), { jumps: [b.id] })];
    await inTransaction(store.db, (tx) => metadata.changeHost(tx, a.id, { paths: circle }, source));
    await assert.rejects(paths.access.openHost(b.id), (error: ProblemError) => {
      assert.ok(error instanceof ProblemError);
      assert.equal(error.code, 'HOST_PATH_CIRCLE');
      assert.equal(error.values.hosts, 'circle-b → circle-a → circle-b');
      return true;
    });
    const tested = await paths.testPaths(b.id);
    assert.equal(tested.paths[0]?.ok, false);
  });

  labTest('a path that cannot be reached gives way to the next one; a changed host key never does', async () => {
    await trust(hostAt(0));
    const port = await freePort();
    const dead = await pathTo(hostAt(0), { port });
    const good = await pathTo(hostAt(0));
    const host = await addHost(hostAt(0), [dead, good]);
    await using session = await paths.access.openHost(host.id);
    assert.equal(session.path, `ssh ${hostAt(0).address}:${hostAt(0).sshPort}`);

    const onlyDead = await addHost(hostAt(0), [dead, { ...good, user: 'nobody-there' }]);
    await assert.rejects(paths.access.openHost(onlyDead.id), { code: 'HOP_UNREACHABLE' });

    const endpoint = `${hostAt(1).address}:${hostAt(1).sshPort}`;
    await inTransaction(store.db, async (tx) => {
      await paths.ways.forgetHostKeys(tx, [endpoint]);
      await paths.ways.acceptHostKey(tx, endpoint, 'SHA256:another');
    });
    const changed = await addHost(hostAt(1), [await pathTo(hostAt(1)), good]);
    await assert.rejects(paths.access.openHost(changed.id), (error: PathError) => {
      assert.ok(error instanceof PathError);
      assert.equal(error.code, 'HOST_KEY_CHANGED');
      return true;
    });
    await inTransaction(store.db, (tx) => paths.ways.forgetHostKeys(tx, [endpoint]));
  });

  labTest('testing paths shows each hop of each, timed, and why one failed', async () => {
    await trust(hostAt(0));
    await trust(hostAt(1));
    const jump = await addHost(hostAt(0), [await pathTo(hostAt(0))]);
    const good = await pathTo(hostAt(1), { jumps: [jump.id] });
    const host = await addHost(hostAt(1), [good, { ...good, user: 'nobody-there' }, { kind: 'local' }]);
    const { paths: tests } = await paths.testPaths(host.id);
    assert.deepEqual(
      tests.map(({ ok, hops }) => [ok, ...hops.map((hop) => hop.ok)]),
      [
        [true, true, true],
        [false, true, false],
        [true, true],
      ],
    );
    assert.ok(tests[0]?.hops.every(({ milliseconds }) => milliseconds > 0));
    assert.match(tests[1]?.hops[1]?.words?.zh ?? '', /登录被拒绝/);
    assert.ok(!JSON.stringify(tests).includes('PRIVATE KEY'));
  });

  labTest('an instance without an account of that purpose is refused', async () => {
    const host = await addHost(hostAt(0), [await pathTo(hostAt(0))]);
    const instance = await inTransaction(store.db, (tx) =>
      metadata.addInstance(tx, { ...seat, hostId: host.id }, source),
    );
    const code = 'INSTANCE_HAS_NO_ACCOUNT';
    await assert.rejects(paths.access.openInstance(instance.id, { as: 'admin' }), { code });
  });

  labTest('an instance is reached through its host with the account kept for the purpose', async () => {
    await using server = await startServer({ flavor: 'mysql', folder: join(folder, 'server') });
    const password = `it's "secret"`;
    await server.rows('create user admin@127.0.0.1 identified by ?', [password]);
    await trust(hostAt(0));
    const { address, port } = server;
    const host = await addHost({ ...hostAt(0), address }, [await pathTo(hostAt(0))]);
    const instance = await inTransaction(store.db, async (tx) => {
      const cluster = await metadata.addCluster(
        tx,
        {
          name: 'orders',
          flavor: 'mysql',
          version: '9.7.4',
          topology: 'single',
          applicationId: null,
          environment: 'test',
          state: 'running',
          fixed: {},
          maintenance: null,
        },
        source,
      );
      const secretId = await secrets.put(tx, { kind: 'password', label: 'admin', value: password });
      const login = { user: 'admin', hostPattern: '127.0.0.1', secretId };
      const account = { clusterId: cluster.id, purpose: 'admin', ...login } as const;
      await metadata.addAccount(tx, account, source);
      return metadata.addInstance(tx, { ...seat, hostId: host.id, clusterId: cluster.id, port }, source);
    });
    const seen: string[] = [];
    await using session = await paths.access.openInstance(instance.id, {
      as: 'admin',
      onPath: (path, hops) => seen.push(`${path} (${hops.length})`),
    });
    const way = `ssh ${hostAt(0).address}:${hostAt(0).sshPort} → mysql ${address}:${port}`;
    assert.deepEqual(seen, [`${way} (2)`]);
    assert.deepEqual(await session.query('select @@port as port'), [{ port }]);
    const hop = { at: { host: address, port }, user: 'admin', tls: 'off' } as const;
    await using direct = await paths.access.openMysqlAt(host.id, { ...hop, password });
    assert.deepEqual(await direct.query('select 1 as one'), [{ one: 1 }]);
    await assert.rejects(paths.access.openMysqlAt(host.id, { ...hop, password: 'wrong' }), (error: PathError) => {
      assert.deepEqual([error.code, error.hop], ['LOGIN_REFUSED', 1]);
      return true;
    });
  });
});
