import { setImmediate } from 'node:timers/promises';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db, Tx } from '../../../platform/database/schema.ts';
import { lockColumns, markJudged, selectWaiting, type WaitingColumn } from '../store/judging.ts';
import { deleteTag, type KeptTag, putTag, selectTags } from '../store/tags.ts';
import { judgeColumn } from './judge-column.ts';
import { type RulesInForce, rulesInForce } from './rules-in-force.ts';

const piece = 200;

/**
 * Judges every column that was not judged by the rules as they stand, in small transactions, until none waits. A tag somebody
 * decided on is never touched. Interrupted anywhere it goes on where it was: each column carries the mark of its judges.
 */
export async function judgeWaiting(db: Db, now: () => number, isStopped: () => boolean): Promise<number> {
  let judged = 0;
  while (!isStopped()) {
    const some = await inTransaction(db, async (tx) => {
      const inForce = await rulesInForce(tx);
      const waiting = await selectWaiting(tx, inForce.mark, piece);
      if (waiting.length > 0) await judgeSome(tx, inForce, waiting, now());
      return waiting.length;
    });
    judged += some;
    if (some < piece) return judged;
    await setImmediate();
  }
  return judged;
}

export async function judgeSome(
  tx: Tx,
  { rules, mark }: RulesInForce,
  found: readonly WaitingColumn[],
  at: number,
): Promise<void> {
  const columns = await lockColumns(
    tx,
    found.map(({ id }) => id),
  );
  const tags = await selectTags(
    tx,
    columns.map(({ id }) => id),
  );
  for (const column of columns) await judgeOne(tx, { column, tags: tags.get(column.id) ?? [], rules, at });
  await markJudged(
    tx,
    columns.map(({ id }) => id),
    mark,
  );
}

async function judgeOne(
  tx: Tx,
  given: { column: WaitingColumn; tags: readonly KeptTag[]; rules: RulesInForce['rules']; at: number },
): Promise<void> {
  const { column, tags, rules, at } = given;
  const judgement = judgeColumn(rules, column);
  for (const tag of tags)
    if (tag.by === undefined && !judgement.has(tag.class)) await deleteTag(tx, column.id, tag.class);
  for (const [kind, ruleId] of judgement) {
    const before = tags.find((tag) => tag.class === kind);
    if (before?.by !== undefined || before?.ruleId === ruleId) continue;
    const tag = { columnId: column.id, class: kind, state: 'suggested', source: 'rule', ruleId, at } as const;
    await putTag(tx, column, tag);
  }
}
