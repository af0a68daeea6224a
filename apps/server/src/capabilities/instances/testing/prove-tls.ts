import assert from 'node:assert/strict';
import {
  type Flavor,
  parseVersion,
  readReplication,
  readSemiSync,
  startReplication,
  stopReplication,
} from '@myriad/mysql';
import type { PathError } from '@myriad/paths';
import { readAccount } from '../accounts.ts';
import { openRoot } from '../open-root.ts';
import { readClusterServers } from '../read-servers.ts';
import type { ServerInput } from '../server-input.ts';
import { writeCertificate } from '../steps/write-certificate.ts';
import { until } from '../until.ts';
import type { LabPlatform } from './lab-platform.ts';

const soon = () => ({ signal: AbortSignal.timeout(60_000), withinSeconds: 30 });
const cipher = "SHOW SESSION STATUS LIKE 'Ssl_cipher'";

async function serversOf({ db, metadata, ports }: LabPlatform) {
  const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
  const { servers } = await readClusterServers(ports, db, clusterId);
  const primary = servers.find(({ role }) => role === 'primary');
  assert.ok(primary);
  return { clusterId, primary, replicas: servers.filter(({ role }) => role === 'replica') };
}

/** Of the running cluster `orders`: nobody replicates in clear, and nobody from a source that cannot prove itself. */
export async function proveReplicationTls(platform: LabPlatform, flavor: Flavor): Promise<void> {
  const { access, ports, db } = platform;
  const { clusterId, primary, replicas } = await serversOf(platform);
  const { user, password } = await readAccount(ports, db, clusterId, 'replication');
  const login = { at: { host: primary.address, port: primary.port }, user, password };
  const plain = access.openMysqlAt(primary.hostId, { ...login, tls: 'off' });
  await assert.rejects(plain, (error: PathError) => error.code === 'LOGIN_REFUSED');
  await using same = await access.openMysqlAt(primary.hostId, { ...login, tls: 'required' });
  assert.notEqual((await same.query(cipher))[0]?.Value, '');
  await using own = await access.openInstance(primary.instanceId, { as: 'admin' });
  assert.notEqual((await own.query(cipher))[0]?.Value, '');

  const version = parseVersion(primary.version, flavor);
  for (const replica of replicas) {
    await using root = await openRoot(ports, replica);
    const [state] = await readReplication(root, version);
    assert.deepEqual([state?.tls, state?.receiver], ['verified', 'running']);
    // Believing only itself, it no longer knows its primary.
    const believe = async (file: string) => {
      await stopReplication(root, version);
      const [change, word] = flavor === 'mysql' ? ['REPLICATION SOURCE', 'SOURCE'] : ['MASTER', 'MASTER'];
      await root.query(`CHANGE ${change} TO ${word}_SSL_CA = '${replica.directory}/tls/${file}.pem'`);
      await startReplication(root, version);
    };
    await believe('cert');
    const why = await until(async () => (await readReplication(root, version))[0]?.error || undefined, soon());
    assert.match(why ?? '', /certificate|SSL/i);
    await believe('ca');
    const running = async () => (await readReplication(root, version))[0]?.receiver === 'running' || undefined;
    assert.ok(await until(running, soon()));
  }
  const all = async () => (await readSemiSync(own, version)).clients === replicas.length || undefined;
  assert.ok(await until(all, soon()));
  // MariaDB does not say it of other connections.
  if (flavor === 'mariadb') return;
  const dumps = await own.query(
    "SELECT CONNECTION_TYPE AS kind FROM performance_schema.threads WHERE PROCESSLIST_COMMAND LIKE 'Binlog Dump%'",
  );
  assert.deepEqual(
    dumps.map(({ kind }) => kind),
    replicas.map(() => 'SSL/TLS'),
  );
}

/** A step that is repeated finds what it wrote, or writes the very same again. */
export async function proveCertificateKept(platform: LabPlatform): Promise<void> {
  const { primary } = await serversOf(platform);
  const seat = seatOf(primary);
  const { body } = writeCertificate.step;
  assert.ok('run' in body && 'isDone' in body && body.isDone);
  const step = { ...platform.ports, signal: AbortSignal.timeout(60_000), via: () => {} } as never;
  await using host = await platform.access.openHost(primary.hostId);
  const file = (name: string) => `${primary.directory}/tls/${name}.pem`;
  const read = async (name: string) => (await host.exec(['cat', file(name)])).stdout;
  const before = await Promise.all(['key', 'cert', 'ca'].map(read));
  assert.match(before[0] ?? '', /BEGIN PRIVATE KEY/);
  for (const damage of [
    ['chmod', '0644', file('key')],
    ['rm', file('ca')],
    ['cp', file('ca'), file('cert')],
    ['cp', file('cert'), file('key')],
  ]) {
    assert.ok(await body.isDone(step, { seat }), damage.join(' '));
    assert.equal((await host.exec(damage)).code, 0);
    assert.equal(await body.isDone(step, { seat }), undefined, damage.join(' '));
    await body.run(step, { seat });
  }
  assert.deepEqual(await Promise.all(['key', 'cert', 'ca'].map(read)), before);
  assert.match((await host.exec(['stat', '-c', '%a', file('key')])).stdout, /^600$/m);
}

const seatOf = (server: ServerInput) => ({ ...server, adminPort: 0, serverId: 0, packageId: '' });
