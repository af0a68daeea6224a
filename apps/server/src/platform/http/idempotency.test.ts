import assert from 'node:assert/strict';
import { forEachStore } from '../database/testing.ts';
import { keyRing, newKey } from '../secrets/key-ring.ts';
import { createValueCodec } from '../secrets/value-codec.ts';
import { claimKey, freeKey, keepAnswer } from './idempotency.ts';
import { httpMigrations } from './migrations.ts';
import { ProblemError } from './problem-error.ts';

const request = { actorId: 'u', key: 'k', target: 'POST /api/pears', input: { body: { a: 1, b: 2 } } };
const hour = 3_600_000;

forEachStore(
  'of many requests with one idempotency key at once, one acts',
  async ({ db }) => {
    const parts = { db, clock: { now: () => 0 }, codec: createValueCodec(keyRing([newKey()])) };
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => claimKey(parts, request)));
    const won = results.filter((result) => result.status === 'fulfilled');
    assert.equal(won.length, 1);
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      assert(result.reason instanceof ProblemError);
      assert.equal(result.reason.code, 'IDEMPOTENCY_KEY_RUNNING');
    }
  },
  { migrations: httpMigrations },
);

forEachStore(
  'an answer is kept for a day, for its actor, sealed; order of keys in the body does not matter',
  async ({ db }) => {
    let now = 0;
    const parts = { db, clock: { now: () => now }, codec: createValueCodec(keyRing([newKey()])) };
    const { id } = await claimKey(parts, request);
    await keepAnswer(parts, id, { secret: 'shown once' });
    assert.doesNotMatch(JSON.stringify(await db.selectFrom('idempotency_key').selectAll().execute()), /shown once/);
    now = 23 * hour;
    const again = await claimKey(parts, { ...request, input: { body: { b: 2, a: 1 } } });
    assert.deepEqual([again.replayed, again.answer], [true, { secret: 'shown once' }]);
    assert.equal((await claimKey(parts, { ...request, actorId: 'other' })).replayed, false);
    now = 24 * hour;
    const fresh = await claimKey(parts, request);
    assert.equal(fresh.replayed, false);
    await freeKey(parts, fresh.id);
    assert.equal((await claimKey(parts, request)).replayed, false);
  },
  { migrations: httpMigrations },
);
