import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { ensureTree, LabUnavailable } from '@myriad/lab';
import {
  forgetReplication,
  makeReadOnly,
  openForWrites,
  readReadOnly,
  readReplication,
  repointReplication,
  stopReplication,
} from '@myriad/mysql';
import type { MysqlSession } from '@myriad/paths';
import { versionOf } from '../server-package.ts';
import { type LabPlatform, startLabPlatform } from '../testing/lab-platform.ts';
import { bringBackTicketOf } from './finding-tickets.ts';

const kind = 'fleet.bring-back';

for (const flavor of ['mysql', 'mariadb'] as const)
  suite(`brought back on ${flavor}`, () => {
    let platform: LabPlatform;
    let missing: string | undefined;
    const ids = { primary: '', replica: '' };

    before(
      async () => {
        const tree = await ensureTree(flavor);
        if ('missing' in tree) {
          missing = tree.words.en;
          return;
        }
        try {
          platform = await startLabPlatform({ hosts: 2 });
        } catch (error) {
          if (!(error instanceof LabUnavailable)) throw error;
          missing = error.message;
          return;
        }
        const { id: packageId } = await platform.registerTree(flavor);
        const deployed = await platform.run('resource.new-cluster', {
          ...{ name: 'back', packageId, topology: 'primary-replica', replicas: 1, memoryMib: 512, environment: 'test' },
          port: (flavor === 'mysql' ? 23_100 : 23_200) + Math.floor(Math.random() * 90),
        });
        assert.equal(deployed.state, 'done', JSON.stringify(deployed.view.steps.filter(({ error }) => error)));
        for (const { id, role } of await platform.metadata.listInstances(platform.db))
          if (role !== 'standalone') ids[role] = id;
      },
      { timeout: 300_000 },
    );
    after(() => platform?.stop());

    const as = (instanceId: string): Promise<MysqlSession> => platform.access.openInstance(instanceId, { as: 'admin' });
    const versionAt = async (instanceId: string) =>
      versionOf(await platform.metadata.getInstance(platform.db, instanceId));

    async function isOpen(instanceId: string): Promise<boolean> {
      await using mysql = await as(instanceId);
      return !(await readReadOnly(mysql)).readOnly;
    }

    async function refusal(form: object): Promise<string> {
      try {
        await platform.prepare(kind, form);
        return '';
      } catch (error) {
        const { faults = [] } = error as { faults?: { words: { en: string } }[] };
        return faults.map(({ words }) => words.en).join('\n');
      }
    }

    async function done(form: object): Promise<void> {
      const task = await platform.run(kind, form);
      assert.equal(task.state, 'done', JSON.stringify(task.view.steps.filter(({ error }) => error)));
    }

    async function byHand(instanceId: string, act: (mysql: MysqlSession) => Promise<void>): Promise<void> {
      await using mysql = await as(instanceId);
      await act(mysql);
    }

    test(`${flavor}: a replica opened by hand is closed again, and what is as recorded is refused`, async (t) => {
      if (missing) return t.skip(missing);
      const form = { instanceId: ids.replica, to: 'read-only' };
      assert.match(await refusal(form), /is read-only already/);
      assert.match(await refusal({ instanceId: ids.replica, to: 'writable' }), /recorded as replica/);
      assert.match(await refusal({ instanceId: ids.primary, to: 'read-only' }), /recorded as primary/);
      const version = await versionAt(ids.replica);
      await byHand(ids.replica, (mysql) => openForWrites(mysql, version));
      const found = { code: 'REPLICA_WRITABLE', entity: 'instance', entityId: ids.replica, evidence: {} };
      assert.deepEqual(bringBackTicketOf(found), { ticketKind: kind, form });
      await done(form);
      assert.equal(await isOpen(ids.replica), false);
      await using mysql = await as(ids.replica);
      assert.deepEqual(await readReadOnly(mysql), {
        readOnly: true,
        superReadOnly: flavor === 'mysql' ? true : undefined,
      });
    });

    test(`${flavor}: a closed primary opens only while nobody else takes writes`, async (t) => {
      if (missing) return t.skip(missing);
      const form = { instanceId: ids.primary, to: 'writable' };
      const [primary, replica] = [await versionAt(ids.primary), await versionAt(ids.replica)];
      await byHand(ids.primary, (mysql) => makeReadOnly(mysql, primary, 5));
      await byHand(ids.replica, (mysql) => openForWrites(mysql, replica));
      const refused = await platform.run(kind, form);
      assert.notEqual(refused.state, 'done');
      const errors = refused.view.steps.flatMap(({ error }) => error ?? []);
      assert.match(errors.map(({ words }) => words.en).join(), /takes writes/);
      assert.equal(await isOpen(ids.primary), false, 'never two writers');
      await platform.tasks.parts.db.deleteFrom('resource_lock').execute();
      await byHand(ids.replica, (mysql) => makeReadOnly(mysql, replica, 5));
      await done(form);
      assert.deepEqual([await isOpen(ids.primary), await isOpen(ids.replica)], [true, false]);
    });

    test(`${flavor}: replication that was stopped goes on where it stood`, async (t) => {
      if (missing) return t.skip(missing);
      const version = await versionAt(ids.replica);
      await byHand(ids.replica, (mysql) => stopReplication(mysql, version));
      await done({ instanceId: ids.replica, to: 'replicating' });
      await using mysql = await as(ids.replica);
      const [channel] = await readReplication(mysql, version);
      assert.deepEqual([channel?.receiver, channel?.applier], ['running', 'running']);
    });

    test(`${flavor}: a replica that was pointed elsewhere, or at nobody, follows its recorded source again`, async (t) => {
      if (missing) return t.skip(missing);
      const version = await versionAt(ids.replica);
      const form = { instanceId: ids.replica, to: 'following' };
      assert.match(await refusal(form), /follows .* already/);
      await byHand(ids.replica, async (mysql) => {
        await stopReplication(mysql, version);
        await repointReplication(mysql, version, { host: '127.9.9.9', port: 9 });
      });
      await done(form);
      await byHand(ids.replica, async (mysql) => {
        await stopReplication(mysql, version);
        await forgetReplication(mysql, version);
      });
      const found = { code: 'REPLICA_MISSING', entity: 'instance', entityId: ids.replica, evidence: {} };
      assert.deepEqual(bringBackTicketOf(found), { ticketKind: kind, form });
      await done(form);
      await using mysql = await as(ids.replica);
      const [channel, ...more] = await readReplication(mysql, version);
      assert.deepEqual(
        [channel?.receiver, channel?.applier, channel?.tls, more],
        ['running', 'running', 'verified', []],
      );
      await openForWrites(mysql, version);
      assert.match(await refusal(form), /already|takes writes/);
      await makeReadOnly(mysql, version, 5);
    });

    test(`${flavor}: one that has a transaction of its own is not pointed anywhere, and it is named`, async (t) => {
      if (missing) return t.skip(missing);
      const version = await versionAt(ids.replica);
      await byHand(ids.replica, async (mysql) => {
        await stopReplication(mysql, version);
        await forgetReplication(mysql, version);
        await openForWrites(mysql, version);
        // What may do no more than this leaves a transaction all the same.
        await mysql.query('flush privileges');
        await makeReadOnly(mysql, version, 5);
      });
      assert.match(
        await refusal({ instanceId: ids.replica, to: 'following' }),
        /transactions that its recorded source lacks/,
      );
    });
  });

test('findings lead to the form that mends them, and to none where nothing does', () => {
  const found = (code: string, recorded?: string) =>
    bringBackTicketOf({ code, entity: 'instance', entityId: 'i', evidence: recorded ? { recorded } : {} })?.form.to;
  assert.equal(found('RECORD_READ_ONLY_DIFFERS', 'read_only = ON'), 'read-only');
  assert.equal(found('RECORD_READ_ONLY_DIFFERS', 'read_only = OFF'), 'writable');
  assert.equal(found('REPLICATION_STOPPED'), 'replicating');
  assert.equal(found('RECORD_VERSION_DIFFERS', '8.4.3'), undefined);
  assert.equal(found('RECORD_SOURCE_DIFFERS', 'db-1:3306'), 'following');
  assert.equal(found('RECORD_SOURCE_DIFFERS', '—'), undefined, 'a primary that follows somebody was switched');
  assert.equal(found('RECORD_ROLE_DIFFERS', 'primary'), undefined, 'so was this one');
});
