import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { forEachStore, testMigrations } from '../../platform/database/testing.ts';
import { pathMigrations } from './migrations.ts';
import { deleteHostKeys, insertHostKey, selectHostKeys } from './store.ts';

testMigrations('paths', pathMigrations);

forEachStore(
  'a confirmed host key keeps its first time, and endpoints are told apart by case',
  async ({ db }) => {
    const key = { endpoint: 'db-17:22', fingerprint: 'SHA256:aB', firstSeenAt: 5 };
    const other = { endpoint: 'db-17:22', fingerprint: 'SHA256:Ab', firstSeenAt: 6 };
    await inTransaction(db, async (tx) => {
      await insertHostKey(tx, key);
      await insertHostKey(tx, { ...key, firstSeenAt: 9 });
      await insertHostKey(tx, other);
    });
    assert.deepEqual(await selectHostKeys(db, ['db-17:22']), [key, other]);
    assert.deepEqual(await selectHostKeys(db, ['DB-17:22']), []);
    await inTransaction(db, (tx) => deleteHostKeys(tx, []));
    assert.equal((await selectHostKeys(db)).length, 2);
    await inTransaction(db, (tx) => deleteHostKeys(tx, ['db-17:22']));
    assert.deepEqual(await selectHostKeys(db), []);
  },
  { migrations: pathMigrations },
);
