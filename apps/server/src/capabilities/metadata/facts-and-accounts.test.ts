import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore } from '../../platform/database/testing.ts';
import { createMetadata, metadataMigrations, type Source } from './index.ts';

const source: Source = { kind: 'person', id: 'u1' };
const metadata = createMetadata({ clock: { now: () => 1_000 } });
const options = { migrations: metadataMigrations };

forEachStore(
  'facts keep a history only where they differ, and an older look never overwrites a newer one',
  async ({ db }) => {
    const fact = (name: string, value: unknown, observedAt: number) =>
      ({ entity: 'instance', entityId: 'i-1', name, value, observedAt, source }) as const;
    const record = (...facts: ReturnType<typeof fact>[]) => inTransaction(db, (tx) => metadata.recordFacts(tx, facts));
    await record(fact('serverUuid', 'u-1', 10), fact('ports', { b: 1, a: [2] }, 10));
    await record(fact('serverUuid', 'u-1', 20), fact('ports', { a: [2], b: 1 }, 20));
    await record(fact('serverUuid', 'u-2', 30));
    await record(fact('serverUuid', 'u-0', 5));
    const facts = await metadata.listFacts(db, 'instance', 'i-1');
    assert.deepEqual(
      facts.map(({ name, value, observedAt }) => ({ name, value, observedAt })),
      [
        { name: 'ports', value: { a: [2], b: 1 }, observedAt: 20 },
        { name: 'serverUuid', value: 'u-2', observedAt: 30 },
      ],
    );
    const history = await metadata.listChanges(db, { entity: 'instance', entityId: 'i-1', limit: 10 });
    assert.deepEqual(
      history.filter(({ field }) => field === 'serverUuid').map(({ before, after, at }) => [before, after, at]),
      [
        ['u-1', 'u-2', 30],
        [null, 'u-1', 10],
      ],
    );
    assert.equal(history.length, 3);
  },
  options,
);

forEachStore(
  'an account is found by purpose, replaced by the next, and its history names no secret',
  async ({ db }) => {
    const account = (user: string, secretId: string) =>
      ({ clusterId: 'c-1', purpose: 'replication', user, hostPattern: '10.%', secretId }) as const;
    await inTransaction(db, (tx) => metadata.addAccount(tx, account('repl', 'secret-1'), source));
    await inTransaction(db, (tx) => metadata.addAccount(tx, account('repl2', 'secret-2'), source));
    assert.equal((await metadata.findAccount(db, 'c-1', 'replication'))?.secretId, 'secret-2');
    assert.equal((await metadata.listAccounts(db, 'c-1')).length, 1);
    assert.equal(await metadata.findAccount(db, 'c-1', 'backup'), undefined);
    const remove = () => inTransaction(db, (tx) => metadata.removeAccount(tx, 'c-1', 'replication', source));
    assert.equal((await remove())?.secretId, 'secret-2');
    assert.equal(await remove(), undefined, 'once');
    assert.deepEqual(await metadata.listAccounts(db, 'c-1'), []);
    const [last] = await metadata.listChanges(db, { limit: 1 });
    assert.deepEqual(last?.before, { user: 'repl2', hostPattern: '10.%' });
    assert.doesNotMatch(JSON.stringify(await metadata.listChanges(db, { limit: 10 })), /secret-/);
  },
  options,
);

forEachStore(
  'two that record the same new fact at once leave one fact and the history of both',
  async ({ db }) => {
    const host = {
      name: 'a',
      address: '10.0.0.7',
      zone: 'default',
      baseDirectory: '/var/lib/myriad',
      poolState: 'available',
      paths: [],
    } as const;
    const { id } = await inTransaction(db, (tx) => metadata.addHost(tx, host, source));
    const record = (value: number) =>
      inTransaction(db, (tx) =>
        metadata.recordFact(tx, { entity: 'host', entityId: id, name: 'n', value, observedAt: 5, source }),
      );
    await Promise.all([1, 2, 3, 4].map(record));
    assert.equal((await metadata.listFacts(db, 'host', id)).length, 1);
    const history = await metadata.listChanges(db, { entityId: id, limit: 10 });
    assert.equal(history.filter(({ about }) => about === 'fact').length, 4);
  },
  options,
);
