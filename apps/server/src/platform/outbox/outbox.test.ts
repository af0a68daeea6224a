import assert from 'node:assert/strict';
import { inTransaction } from '../database/in-transaction.ts';
import { forEachStore } from '../database/testing.ts';
import { createLog } from '../log/log.ts';
import { outboxMigrations } from './migrations.ts';
import { createOutbox } from './outbox.ts';

const log = createLog({ level: 'error' });

forEachStore(
  'what is written with a change is handed over after it, again after a failure, and never after a rollback',
  async ({ db }) => {
    let now = 1000;
    const outbox = createOutbox({ db, clock: { now: () => now }, log: createLog({ level: 'error', write: () => {} }) });
    const seen: string[] = [];
    let failing = true;
    outbox.start({
      'test.kind': async ({ name }) => {
        seen.push(String(name));
        if (failing) throw new Error('away');
      },
    });
    await assert.rejects(
      inTransaction(db, async (tx) => {
        await outbox.enqueue(tx, 'test.kind', { name: 'rolled back' });
        throw new Error('no');
      }),
    );
    await inTransaction(db, (tx) => outbox.enqueue(tx, 'test.kind', { name: 'kept' }));
    await outbox.settle();
    assert.deepEqual(seen, ['kept']);
    failing = false;
    now += 60_000;
    await outbox.settle();
    assert.deepEqual(seen, ['kept', 'kept']);
    now += 60_000;
    await outbox.settle();
    assert.deepEqual(seen, ['kept', 'kept']);
    await outbox.stop();
  },
  { migrations: outboxMigrations },
);

forEachStore(
  'rows left by a process that died are handed over by the next one',
  async ({ db }) => {
    const clock = { now: () => 5 };
    const dead = createOutbox({ db, clock, log });
    await inTransaction(db, (tx) => dead.enqueue(tx, 'test.kind', { name: 'left' }));
    const seen: string[] = [];
    const next = createOutbox({ db, clock, log });
    next.start({ 'test.kind': async ({ name }, key) => void seen.push(`${name} ${key.length}`) });
    await next.settle();
    assert.deepEqual(seen, ['left 36']);
    await next.stop();
  },
  { migrations: outboxMigrations },
);
