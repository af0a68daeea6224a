import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ensureTree, LabUnavailable } from '@myriad/lab';
import { parseVersion, readSemiSync, startReplication, stopReplication } from '@myriad/mysql';
import { decideTask } from '../tasks/index.ts';
import { viewTask } from '../tasks/view-task.ts';
import { readClusterLive } from './read-live.ts';
import { readClusterServers } from './read-servers.ts';
import { startServerStep } from './steps/start-server.ts';
import { dba, type LabPlatform, startLabPlatform } from './testing/lab-platform.ts';
import { proveClosing } from './testing/prove-closing.ts';
import { proveDecommission, proveOperating } from './testing/prove-operating.ts';
import { proveCertificateKept, proveReplicationTls } from './testing/prove-tls.ts';

for (const flavor of ['mysql', 'mariadb'] as const) {
  const tree = await ensureTree(flavor);
  const skip = 'missing' in tree ? tree.words.en : false;
  describe(`a ${flavor} cluster on three hosts`, { skip }, () => {
    let platform: LabPlatform;
    let missing: string | undefined;
    before(async () => {
      try {
        platform = await startLabPlatform({ hosts: 3 });
      } catch (error) {
        if (!(error instanceof LabUnavailable)) throw error;
        missing = error.message;
      }
    });
    after(() => platform?.stop());

    test('one primary and two replicas come to be, none of them errant, and the record agrees', async (context) => {
      if (missing) return context.skip(missing);
      const { db, metadata } = platform;
      const serverPackage = await platform.registerTree(flavor);
      const form = {
        name: 'orders',
        packageId: serverPackage.id,
        port: 23_100 + Math.floor(Math.random() * 300),
        memoryMib: 512,
        environment: 'test',
      };
      const deployed = await platform.run('resource.new-cluster', form);
      const errors = deployed.view.steps
        .filter(({ error }) => error)
        .map(({ id, error }) => `${id}: ${error?.words.en}`);
      assert.equal(deployed.state, 'done', errors.join('\n'));
      for (const { id, startedAt = 0, endedAt = 0 } of deployed.view.steps)
        context.diagnostic(`${((endedAt - startedAt) / 1000).toFixed(2)} s ${id}`);

      const cluster = await metadata.findClusterByName(db, 'orders');
      assert.equal(cluster?.state, 'running');
      // Whole seconds by the servers' clocks: a row just applied may show one for a moment on a busy machine.
      const caughtUp = performance.now() + 30_000;
      let live = (await readClusterLive(platform.ports, cluster.id)).instances;
      while (
        live.some(({ lagSeconds }) => lagSeconds !== undefined && lagSeconds !== 0) &&
        performance.now() < caughtUp
      )
        live = (await readClusterLive(platform.ports, cluster.id)).instances;
      assert.ok(
        live.every(({ reachable }) => reachable),
        JSON.stringify(live),
      );
      assert.equal(new Set(live.map(({ gtidExecuted }) => gtidExecuted)).size, 1, JSON.stringify(live));
      const records = await metadata.listInstances(db, { clusterId: cluster.id });
      for (const record of records) {
        const seen = live.find(({ instanceId }) => instanceId === record.id);
        assert.equal(record.state, 'running');
        assert.equal(seen?.readOnly, record.role === 'replica');
        assert.equal(seen?.semiSync, record.role === 'primary' ? 'source' : 'replica');
        if (record.role === 'replica') {
          assert.deepEqual([seen?.receiver, seen?.applier], ['running', 'running']);
          assert.equal(seen?.lagSeconds, 0);
        }
      }
      assert.deepEqual(
        (await metadata.listHosts(db)).map(({ poolState }) => poolState),
        ['in-use', 'in-use', 'in-use'],
      );

      await using root = await platform.access.openInstance(records[0]?.id ?? '', { as: 'root' });
      assert.equal((await root.query('SELECT CURRENT_USER() AS u'))[0]?.u, 'root@localhost');
    });

    test('no password lies in a plan, a journal, a log or a file of a host in clear, but where the server keeps it', async (context) => {
      if (missing) return context.skip(missing);
      const passwords = platform.hidden.filter((value) => /^[A-Za-z0-9]{32}$/.test(value));
      assert.ok(new Set(passwords).size >= 5);
      const found: string[] = [];
      for (const entry of await readdir(platform.folder, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (!entry.isFile() || /\/packages\//.test(file)) continue;
        const bytes = await readFile(file);
        if (passwords.some((password) => bytes.includes(password))) found.push(file);
      }
      // Every private key of the authority and its servers; one lies where its server reads it, and nowhere else.
      const keys = platform.hidden.flatMap((value) => /^-----BEGIN PRIVATE KEY-----\n(.{64})/.exec(value)?.[1] ?? []);
      assert.ok(new Set(keys).size >= 4);
      for (const entry of await readdir(platform.folder, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (!entry.isFile() || /\/packages\/|\/tls\/key\.pem$/.test(file)) continue;
        const bytes = await readFile(file);
        if (keys.some((key) => bytes.includes(key))) found.push(file);
      }
      // The replication password is kept by the servers themselves: mysql.slave_master_info or master.info.
      const elsewhere = found.filter(
        (file) => !/\/data\/(mysql\.ibd|undo_\d+|master\.info|#innodb_redo\/.*|ib_logfile0|ibdata1|#ib_.*)$/.test(file),
      );
      assert.deepEqual(elsewhere, []);
    });

    test('replication goes over TLS to a primary that proves who it is, and cannot go without', async (context) => {
      if (missing) return context.skip(missing);
      await proveReplicationTls(platform, flavor);
    });

    test('a certificate is written as it was signed, also after half of it was lost', async (context) => {
      if (missing) return context.skip(missing);
      await proveCertificateKept(platform);
    });

    test('while commits wait for an acknowledgement nothing is stopped, not even by force', async (context) => {
      if (missing) return context.skip(missing);
      const { db, metadata, access } = platform;
      const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
      const records = await metadata.listInstances(db, { clusterId });
      const primary = records.find(({ role }) => role === 'primary');
      const replicas = records.filter(({ role }) => role === 'replica');
      assert.ok(primary);
      const version = parseVersion(primary.version, flavor);
      for (const { id } of replicas) {
        await using mysql = await access.openInstance(id, { as: 'admin' });
        await stopReplication(mysql, version);
      }
      await using writer = await access.openInstance(primary.id, { as: 'admin' });
      const insert = writer.query("INSERT INTO myriad.proof VALUES ('waits', 1)", [], { timeoutSeconds: 60 });
      await using watch = await access.openInstance(primary.id, { as: 'admin' });
      const deadline = Date.now() + 20_000;
      while ((await readSemiSync(watch, version)).waiting === 0) {
        if (Date.now() > deadline) throw new Error('the commit never waited');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const refused = platform.prepare('service.stop', { clusterId, force: true });
      await assert.rejects(refused, (error: { faults: { words: { en: string } }[] }) => {
        assert.match(error.faults.map(({ words }) => words.en).join(), /1 commits wait for a replica/);
        return true;
      });
      // Nor by the undo of the very task that started it.
      const { servers } = await readClusterServers(platform.ports, db, clusterId);
      const server = servers.find(({ instanceId }) => instanceId === primary.id);
      await using host = await access.openHost(primary.hostId);
      const startedBy = (await host.exec(['cat', `${primary.directory}/run/started-by`])).stdout.trim();
      assert.notEqual(startedBy, '');
      const { body } = startServerStep.step;
      assert.ok('undo' in body && body.undo);
      const step = { ...platform.ports, taskId: startedBy, signal: AbortSignal.timeout(60_000) };
      await assert.rejects(body.undo(step as never, { server }, undefined), /1 commits wait for a replica/);
      assert.equal((await readSemiSync(watch, version)).waiting, 1);
      for (const { id } of replicas) {
        await using mysql = await access.openInstance(id, { as: 'admin' });
        await startReplication(mysql, version);
      }
      await insert;
    });

    test('closed against its will, it cuts clients before it lets their commits go, and opens again', async (context) => {
      if (missing) return context.skip(missing);
      await proveClosing(platform, flavor);
    });

    test('the last replica that acknowledges is not stopped, unless told so', async (context) => {
      if (missing) return context.skip(missing);
      const { db, metadata } = platform;
      const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
      const records = await metadata.listInstances(db, { clusterId });
      const [first, last] = records.filter(({ role }) => role === 'replica').map(({ id }) => id);
      assert.equal((await platform.run('service.stop', { instanceId: first })).state, 'done');
      const refused = platform.prepare('service.restart', { instanceId: last });
      await assert.rejects(refused, (error: { faults: { words: { en: string } }[] }) => {
        assert.match(error.faults.map(({ words }) => words.en).join(), /without it no replica acknowledges/);
        return true;
      });
      await platform.prepare('service.restart', { instanceId: last, force: true });
      assert.equal((await platform.run('service.start', { instanceId: first })).state, 'done');
    });

    test('a primary started alone opens only when told so, and waits for its replicas again once one runs', async (context) => {
      if (missing) return context.skip(missing);
      const { db, metadata } = platform;
      const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
      const records = await metadata.listInstances(db, { clusterId });
      const primary = records.find(({ role }) => role === 'primary');
      assert.ok(primary);
      const replicas = records.filter(({ role }) => role === 'replica');
      assert.equal((await platform.run('service.stop', { clusterId })).state, 'done');
      const refused = platform.prepare('service.start', { instanceId: primary.id });
      await assert.rejects(refused, (error: { faults: { path: string; words: { en: string } }[] }) => {
        assert.deepEqual(error.faults.map(({ path }) => path).join(), 'force');
        assert.match(error.faults.map(({ words }) => words.en).join(), /would open with no replica to acknowledge/);
        return true;
      });
      const semiSyncNow = async () => {
        const live = (await readClusterLive(platform.ports, clusterId)).instances;
        const own = live.find(({ instanceId }) => instanceId === primary.id);
        return [own?.readOnly, own?.semiSync];
      };
      const alone = await platform.run('service.start', { instanceId: primary.id, force: true });
      assert.equal(alone.state, 'done');
      assert.match(alone.view.title.en, /no replica acknowledges/);
      assert.deepEqual(await semiSyncNow(), [false, 'off']);
      for (const { id } of replicas) {
        const task = await platform.run('service.start', { instanceId: id });
        const errors = task.view.steps.flatMap(({ error }) => (error ? [error.words.en] : []));
        assert.equal(task.state, 'done', errors.join());
        assert.deepEqual(await semiSyncNow(), [false, 'source']);
      }
    });

    test('a decommission that cannot go on is undone to a cluster that writes, replicates and acknowledges', async (context) => {
      if (missing) return context.skip(missing);
      const { db, metadata } = platform;
      const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
      const primary = (await metadata.listInstances(db, { clusterId })).find(({ role }) => role === 'primary');
      assert.ok(primary);
      const host = platform.lab.hosts[platform.hosts.findIndex(({ id }) => id === primary.hostId)];
      const trash = join(host?.folder ?? '', 'm', 'trash');
      await mkdir(join(trash, `${primary.port}-${primary.id}`), { recursive: true });
      const task = await platform.run('resource.decommission', { clusterId });
      assert.equal(task.state, 'paused');
      await rm(trash, { recursive: true });
      await decideTask(platform.tasks.parts, dba, task.id, { decision: 'undo' }, async () => {});
      const deadline = Date.now() + 120_000;
      for (;;) {
        const view = await viewTask(platform.tasks.parts, dba, task.id);
        if (view.state === 'undone') break;
        const failed = view.steps.flatMap(({ id, state, error }) =>
          state === 'failed' ? [`${id}: ${error?.words.en}`] : [],
        );
        if (Date.now() > deadline || failed.some((text) => text.includes('Undo')))
          throw new Error(`${view.state}: ${failed.join('; ')}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      const live = (await readClusterLive(platform.ports, clusterId)).instances;
      const writers = live.filter(({ readOnly }) => readOnly === false);
      assert.deepEqual(
        writers.map(({ instanceId, semiSync }) => [instanceId, semiSync]),
        [[primary.id, 'source']],
      );
      const replicas = live.filter(({ instanceId }) => instanceId !== primary.id);
      assert.deepEqual(
        replicas.map(({ receiver, applier, semiSync }) => [receiver, applier, semiSync]),
        replicas.map(() => ['running', 'running', 'replica']),
      );
    });

    test('it stops, starts and restarts with its roles, and is decommissioned without deleting anything', async (context) => {
      if (missing) return context.skip(missing);
      await proveOperating(platform);
      await proveDecommission(platform);
    });
  });
}
