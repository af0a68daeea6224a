import assert from 'node:assert/strict';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { sqlReviewRetention } from './retention.ts';
import { told } from './testing/told-reviews.ts';

told('reviews and items leave at their age, those from before a moment and no other', async ({ db, ids, review }) => {
  const { body } = await review('dba', { text: 'delete from t', applicationId: ids.shop });
  const removed = async (before: number) => {
    const counts = [];
    for (const rule of sqlReviewRetention)
      counts.push(await inTransaction(db, (tx) => rule.removeSome(tx, before, 200)));
    return counts.map((count) => count > 0);
  };
  assert.deepEqual(await removed(body.at - 1), [false, false]);
  assert.deepEqual(await removed(body.at), [true, true]);
});
