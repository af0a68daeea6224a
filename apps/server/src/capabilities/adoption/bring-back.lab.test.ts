import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { type LabServer, startReplicationSet } from '@myriad/lab';
import { levelStatements, parseVersion, type ReplicationState, readReplicationRow } from '@myriad/mysql';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { bringBackTicketOf } from '../instances/index.ts';
import { type AdoptionPlatform, inPlatform } from './testing/in-platform.ts';

const password = 'Looks-0nly-7';
const source = { kind: 'person', id: 'u' } as const;
const kind = 'fleet.bring-back';
const isMysql = ({ flavor }: LabServer) => flavor === 'mysql';

async function channelOf(server: LabServer): Promise<ReplicationState | undefined> {
  const rows = await server.rows(isMysql(server) ? 'show replica status' : 'show all slaves status');
  const states = rows.map((row) => readReplicationRow(parseVersion(server.version, server.flavor), row));
  assert.ok(states.length <= 1, 'one channel, as it was');
  return states[0];
}
/** Whom it follows, and its threads. */
async function following(server: LabServer) {
  const state = await channelOf(server);
  return state ? [state.source.host, state.source.port, state.receiver, state.applier] : [];
}
const executed = async (server: LabServer) =>
  (await server.rows(`select ${isMysql(server) ? '@@gtid_executed' : '@@gtid_binlog_state'} as gtids`))[0]?.gtids;

const verb = (server: LabServer) => (isMysql(server) ? 'replica' : 'slave');
const stop = (server: LabServer) => server.rows(`stop ${verb(server)}`);
const start = (server: LabServer) => server.rows(`start ${verb(server)}`);

/** As somebody would by hand, with the login the channel has. */
async function pointByHand(server: LabServer, { address, port }: LabServer): Promise<void> {
  await stop(server);
  const [change, word] = isMysql(server) ? ['replication source', 'source'] : ['master', 'master'];
  await server.rows(`change ${change} to ${word}_host = ?, ${word}_port = ?`, [address, port]);
}

/** The account that is printed for a level, on the primary; and the level, as its ticket would record it. */
async function enter(platform: AdoptionPlatform, clusterId: string, primary: LabServer, level: 'operate' | 'ha') {
  const account = { user: `of_${level}`, host: '%' };
  for (const { sql } of levelStatements(parseVersion(primary.version, primary.flavor), level, account, password))
    await primary.rows(sql);
  await inTransaction(platform.db, async (tx) => {
    const watch = await platform.metadata.findAccount(tx, clusterId, 'observe');
    assert.ok(watch);
    const added = { clusterId, user: account.user, hostPattern: '%', secretId: watch.secretId };
    await platform.metadata.addAccount(tx, { ...added, purpose: level }, source);
    await platform.metadata.changeCluster(tx, clusterId, { level }, source);
  });
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`an adopted ${flavor} replica follows its recorded source again, and only where no transaction is lost or stands alone`, (t) =>
    inPlatform(t, async (platform, { folder, use }) => {
      const set = use(await startReplicationSet({ flavor, replicas: 2, folder }));
      const { primary } = set;
      const [replica, wrong] = set.replicas;
      assert.ok(replica && wrong);
      const watch = { user: 'watch', host: '%' };
      for (const { sql } of levelStatements(parseVersion(primary.version, flavor), 'observe', watch, password))
        await primary.rows(sql);
      await primary.rows('create database shop');
      await primary.rows('create table shop.visit (id int primary key)');
      await set.waitForCatchUp();
      await platform.allow('127.0.0.0/8');
      const servers = [{ host: replica.address, port: replica.port }];
      const found = await platform.discover({ servers, account: { user: 'watch', password } });
      const adopting = { discoveryId: found.id, clusters: [{ key: found.clusters[0]?.key, name: 'visits' }] };
      assert.equal((await platform.runTicket('fleet.adopt', adopting)).state, 'done');
      const instances = await platform.metadata.listInstances(platform.db);
      const recorded = instances.find(({ port, name }) => port === replica.port && name.includes(replica.address));
      assert.ok(recorded?.clusterId, instances.map(({ name }) => name).join());
      const { id: instanceId, clusterId } = recorded;
      const form = { instanceId, to: 'following' };
      const caughtUp = (what: string) =>
        platform.until(what, 60, async () =>
          (await executed(replica)) === (await executed(primary)) ? true : undefined,
        );
      const refusal = async () => {
        const { body } = await platform.call('dba', 'POST', '/api/tickets/preview', { kind, form });
        return (body.faults ?? []).map(({ words }: { words: { en: string } }) => words.en).join('\n');
      };

      // Found by the sweep; the finding leads to this form.
      await pointByHand(replica, wrong);
      await start(replica);
      platform.sweeps.start();
      const finding = await platform.until('the finding', 120, async () => {
        const { body } = await platform.call('dba', 'GET', `/api/findings?limit=500&clusterId=${clusterId}`);
        return body.items.find(({ code }: { code: string }) => code === 'RECORD_SOURCE_DIFFERS');
      });
      assert.deepEqual(bringBackTicketOf(finding), { ticketKind: kind, form });

      // Not before the level whose account may.
      assert.match(await refusal(), /level observe/);
      await enter(platform, clusterId, primary, 'operate');
      assert.match(await refusal(), /stands at the level “operate”/);
      await enter(platform, clusterId, primary, 'ha');
      await set.waitForCatchUp();
      const done = await platform.runTicket(kind, form);
      assert.equal(done.state, 'done', JSON.stringify(done));
      const asRecorded = [primary.address, primary.port, 'running', 'running'];
      assert.deepEqual(await following(replica), asRecorded);
      await primary.rows('insert into shop.visit values (1)');
      await caughtUp('the row, and not one transaction of its own');
      assert.match(await refusal(), /follows .* already/);

      // Its source cannot send any more what it lacks: it stays where it is, and may once it has it.
      await pointByHand(replica, wrong);
      await primary.rows('insert into shop.visit values (2)');
      await primary.rows('flush binary logs');
      await platform.until('the old binary log is purged', 60, async () => {
        const logs = await primary.rows('show binary logs');
        await primary.rows('purge binary logs to ?', [logs.at(-1)?.Log_name]);
        return (await primary.rows('show binary logs')).length === 1 ? true : undefined;
      });
      assert.match(await refusal(), /has purged binary logs that .* still needs/);
      assert.deepEqual(await following(replica), [wrong.address, wrong.port, 'stopped', 'stopped'], 'left alone');
      await start(replica);
      await caughtUp('what its present source still has');
      assert.equal((await platform.runTicket(kind, form)).state, 'done');
      assert.deepEqual(await following(replica), asRecorded);

      // Approved, and then the wrong source is written to: the step looks again, and leaves it as it was.
      await pointByHand(replica, wrong);
      await start(replica);
      const asked = { kind, form, reason: 'test' };
      const opened = await platform.call('dba', 'POST', '/api/tickets', asked);
      assert.equal(opened.status, 200, JSON.stringify(opened.body));
      await wrong.rows(`set global ${isMysql(wrong) ? 'super_read_only' : 'read_only'} = off`);
      await wrong.rows('set global read_only = off');
      await wrong.rows('insert into shop.visit values (99)');
      await platform.until('the foreign row', 60, async () =>
        (await replica.rows('select id from shop.visit where id = 99')).length > 0 ? true : undefined,
      );
      const { id, planHash } = opened.body;
      await platform.call('administrator', 'POST', `/api/tickets/${id}/approval`, { planHash });
      const taskId = await platform.until('the task stops', 120, async () => {
        const { body } = await platform.call('dba', 'GET', `/api/tickets/${id}`);
        const [sub] = body.subTickets;
        return ['paused', 'failed'].includes(sub.taskState) ? sub.taskId : undefined;
      });
      const task = await platform.call('dba', 'GET', `/api/tasks/${taskId}`);
      assert.match(JSON.stringify(task.body), /ERRANT_TRANSACTIONS/);
      assert.match(await refusal(), /transactions that its recorded source lacks/);
      const asItWas = (what: string) =>
        platform.until(what, 60, async () =>
          isDeepStrictEqual(await following(replica), [wrong.address, wrong.port, 'running', 'running'])
            ? true
            : undefined,
        );
      await asItWas('its threads run as they ran');

      // As a try that died right after the stop leaves it: the next one is refused, and puts back what was noted.
      await stop(replica);
      const retry = { decision: 'retry', reason: 'test' };
      const again = await platform.call('dba', 'POST', `/api/tasks/${taskId}/decisions`, retry);
      assert.equal(again.status, 200, JSON.stringify(again.body));
      await asItWas('what its first try noted runs again');

      // The same, given up: undone, it is as it was before anybody asked.
      await platform.until('the task stops once more', 60, async () => {
        const { body } = await platform.call('dba', 'GET', `/api/tasks/${taskId}`);
        return body.abilities.undo.allowed ? true : undefined;
      });
      await stop(replica);
      const undo = { decision: 'undo', reason: 'test' };
      const given = await platform.call('dba', 'POST', `/api/tasks/${taskId}/decisions`, undo);
      assert.equal(given.status, 200, JSON.stringify(given.body));
      await platform.until('it is undone', 60, async () => {
        const { body } = await platform.call('dba', 'GET', `/api/tasks/${taskId}`);
        return body.state === 'undone' ? true : undefined;
      });
      assert.deepEqual(await following(replica), [wrong.address, wrong.port, 'running', 'running'], 'undone');
    }));
