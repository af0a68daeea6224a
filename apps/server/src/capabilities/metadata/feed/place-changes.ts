import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { lockHead, moveHead, selectUnplaced, writePlaces } from '../store/feed.ts';

const batch = 500;

/**
 * Gives committed changes their places in the feed: 1, 2, 3 …
 *
 * Why not the time or the id a change was written with: both are taken before the commit. A transaction that began first and
 * commits last would put its rows before those a reader has already passed, and that reader would never see them. A counter taken
 * by each writer and held until its commit has no such gap, but makes all writers of the record wait for one another, and
 * deadlocks those that lock further rows afterwards.
 *
 * So a change is written without a place, and gets one **after** its commit: an uncommitted change cannot be seen here, hence
 * cannot be placed too early. Who places holds the head's row until its own commit, so those who place come one after another, and a
 * place is seen only together with every smaller one. A reader at place n has everything up to n, for ever.
 *
 * Changes that wait together are placed in the order of their ids, which grow within one life of the server whatever the clock
 * does; what an earlier life left is placed before this one writes (`placeAll` at start). So what happened later to one thing
 * also comes later.
 *
 * @returns how many got a place; fewer than a batch: none was left at that moment
 */
async function placeSome(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    const head = await lockHead(tx);
    const ids = await selectUnplaced(tx, batch);
    if (ids.length === 0) return 0;
    await writePlaces(tx, ids, head + 1);
    await moveHead(tx, head + ids.length);
    return ids.length;
  });
}

/** Places what waits, at most so many batches; most calls find nothing and cost one look at an index. */
export async function placeChanges(db: Db, batches = 4): Promise<void> {
  for (let round = 0; round < batches; round++) {
    if ((await selectUnplaced(db, 1)).length === 0) return;
    if ((await placeSome(db)) < batch) return;
  }
}

/** At start, before anything else writes. */
export const placeAllChanges = (db: Db): Promise<void> => placeChanges(db, Number.POSITIVE_INFINITY);
