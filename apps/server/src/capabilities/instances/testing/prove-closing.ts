import assert from 'node:assert/strict';
import {
  type Flavor,
  parseVersion,
  readReadOnly,
  readSemiSync,
  startReplication,
  stopReplication,
} from '@myriad/mysql';
import type { MysqlSession, PathError } from '@myriad/paths';
import { openRoot } from '../open-root.ts';
import { readClusterServers } from '../read-servers.ts';
import { closeForWrites } from '../steps/close-for-writes.ts';
import { until } from '../until.ts';
import type { LabPlatform } from './lab-platform.ts';

const soon = () => ({ signal: AbortSignal.timeout(60_000), withinSeconds: 30 });
const password = 'Application-1';

/** Of the running cluster `orders`: who insists cuts clients, none of whom hears “committed” for what no replica has. */
export async function proveClosing(platform: LabPlatform, flavor: Flavor): Promise<void> {
  const { db, metadata, access, ports } = platform;
  const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
  const { servers } = await readClusterServers(ports, db, clusterId);
  const server = servers.find(({ role }) => role === 'primary');
  assert.ok(server);
  const others = servers.filter((each) => each !== server);
  const version = parseVersion(server.version, flavor);
  // Never kept: on MariaDB root's own sessions are cut with the clients'.
  const asRoot = async (...statements: readonly string[]) => {
    await using root = await openRoot(ports, server);
    for (const statement of statements) await root.query(statement);
  };
  await asRoot(
    `CREATE USER app@'%' IDENTIFIED BY '${password}'`,
    "GRANT SELECT, INSERT, LOCK TABLES ON myriad.* TO app@'%'",
  );
  await using own = await access.openInstance(server.instanceId, { as: 'admin' });
  const application = (): Promise<MysqlSession> => {
    const at = { host: server.address, port: server.port };
    return access.openMysqlAt(server.hostId, { at, user: 'app', password, tls: 'required' });
  };
  const { body } = closeForWrites.step;
  assert.ok('run' in body && 'undo' in body && body.undo);
  const quiet = { say: () => {}, via: () => {}, signal: AbortSignal.timeout(120_000) };
  const step = { ...ports, ...quiet } as never;
  const input = { server, others, replicas: others.length };

  // A table lock: without insisting it stays as it was.
  await using holder = await application();
  await holder.query('LOCK TABLES myriad.proof WRITE');
  await assert.rejects(async () => body.run(step, input), /hold tables or commits open/);
  assert.equal((await readReadOnly(own)).readOnly, false);
  assert.deepEqual(await body.run(step, { ...input, clients: 'cut' }), { ran: true });
  await assert.rejects(holder.query('SELECT 1'), (error: PathError) => error.code === 'CONNECTION_LOST');
  assert.deepEqual(await readReadOnly(own), { readOnly: true, superReadOnly: flavor === 'mysql' ? true : undefined });
  await body.undo(step, { ...input, clients: 'cut' }, { ran: true });
  assert.equal((await readReadOnly(own)).readOnly, false);

  // A commit that waits: begun after the guard has looked.
  const receivers = async (act: typeof stopReplication) => {
    for (const { instanceId } of others) {
      await using mysql = await access.openInstance(instanceId, { as: 'admin' });
      await act(mysql, version);
    }
  };
  await receivers(stopReplication);
  await using writer = await application();
  const insert = writer.query("INSERT INTO myriad.proof VALUES ('unheard', 1)", [], { timeoutSeconds: 60 });
  const told = insert.then(
    () => 'committed',
    (error: PathError) => error.code,
  );
  assert.ok(await until(async () => (await readSemiSync(own, version)).waiting === 1 || undefined, soon()));
  await assert.rejects(async () => body.run(step, input), /1 commits still wait/);
  assert.deepEqual(await body.run(step, { ...input, clients: 'cut' }), { ran: true });
  assert.notEqual(await told, 'committed');
  assert.equal((await readSemiSync(own, version)).waiting, 0);
  await receivers(startReplication);
  await body.undo(step, { ...input, clients: 'cut' }, { ran: true });
  const { sourceActive, clients } = await readSemiSync(own, version);
  assert.ok(sourceActive && clients > 0);
  await using again = await application();
  await again.query("INSERT INTO myriad.proof VALUES ('after', 1)");
  await asRoot("DROP USER app@'%'");
}
