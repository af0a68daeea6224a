import { boundedText } from '../observe/bounded-text.ts';
import { ask, type Found, type PortraitLook } from '../observe/look.ts';
import { numberOf, type SqlRow, textOf } from '../sql-runner.ts';
import type { LiveTransaction, LockWait } from './live.ts';
import { locksOfWaits, mostPairs, sessionWaits, transactionWaits, waitedLocks } from './lock-statements.ts';

/** 0: the transaction has no session any more. */
export const sessionNumber = (value: unknown): number | null => numberOf(value) || null;

const kindOf = (value: unknown): LockWait['kind'] => (/^table$/i.test(boundedText(value, 16)) ? 'table' : 'row');
const mode = (value: unknown): string => boundedText(value, 64);

/** Who waits for whom on rows and tables of InnoDB; since when, the transactions tell. */
export function readRowWaits(
  look: PortraitLook,
  transactions: readonly LiveTransaction[],
): Promise<Found<readonly LockWait[]>> {
  const isDictionary = sessionWaits.text(look.version, undefined) !== undefined;
  return isDictionary ? readPairs(look, transactions) : readViews(look, transactions);
}

async function readPairs(look: PortraitLook, transactions: readonly LiveTransaction[]) {
  const pairs = await ask(look, sessionWaits);
  if (pairs.length === 0) return { value: [] };
  const secondsOf = new Map(transactions.map(({ session, waitSeconds }) => [session, waitSeconds]));
  const locks = new Map((await ask(look, locksOfWaits)).map((row) => [textOf(row.id), row]));
  const value = pairs.slice(0, mostPairs).flatMap((pair): LockWait[] => {
    const waiting = sessionNumber(pair.waiting);
    // It has gone meanwhile.
    if (waiting === null) return [];
    const [wanted, held] = [locks.get(textOf(pair.wanted)), locks.get(textOf(pair.held))];
    // Both are on the same thing; either may have gone meanwhile.
    const on = wanted ?? held;
    return [
      {
        ...{ kind: kindOf(on?.kind), waiting, blocking: sessionNumber(pair.blocking) },
        ...{ schema: boundedText(on?.schema, 64), table: boundedText(on?.table, 64) },
        ...{ index: boundedText(on?.index, 64), wants: mode(wanted?.mode) },
        ...{ held: mode(held?.mode), seconds: secondsOf.get(waiting) ?? null },
      },
    ];
  });
  return { value, more: pairs.length > mostPairs };
}

/** The older views, put together here. */
async function readViews(look: PortraitLook, transactions: readonly LiveTransaction[]) {
  const pairs = await ask(look, transactionWaits);
  if (pairs.length === 0) return { value: [] };
  const locks = new Map((await ask(look, waitedLocks)).map((row) => [textOf(row.id), row]));
  const byId = new Map(transactions.map((transaction) => [transaction.id, transaction]));
  const value = pairs.slice(0, mostPairs).flatMap((pair): LockWait[] => {
    const waiting = byId.get(textOf(pair.waiting));
    if (!waiting || waiting.session === null) return [];
    const wanted = locks.get(textOf(pair.wanted));
    return [
      {
        ...{ kind: kindOf(wanted?.kind), waiting: waiting.session, index: boundedText(wanted?.index, 64) },
        ...{ blocking: byId.get(textOf(pair.blocking))?.session ?? null, ...tableOf(wanted) },
        ...{ wants: mode(wanted?.mode), held: mode(locks.get(textOf(pair.held))?.mode), seconds: waiting.waitSeconds },
      },
    ];
  });
  return { value, more: pairs.length > mostPairs };
}

/** The view names a table as `` `schema`.`table` ``. */
function tableOf(lock: SqlRow | undefined): Pick<LockWait, 'schema' | 'table'> {
  const table = boundedText(lock?.table, 400);
  const both = /^`((?:[^`]|``)*)`\.`((?:[^`]|``)*)`/.exec(table);
  const bare = (name = '') => name.replaceAll('``', '`');
  return both ? { schema: bare(both[1]), table: bare(both[2]) } : { schema: '', table };
}
