import { send } from '../catalogue/statement.ts';
import { metadataLockInstrument } from '../live/lock-statements.ts';
import { isOn, numberOf, type SqlRow, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { orUnknown } from './refused.ts';
import type { ReviewedTable } from './review-statements.ts';
import { lockHolders, lockInfo, openTransactionsAnywhere } from './table-fact-statements.ts';

/** Somebody whose transaction, or lock, a change of the table would wait for. */
export interface LockHolder {
  readonly session: number;
  readonly user: string;
  readonly host: string;
  /** Since the transaction began; without one, since the session's last statement. */
  readonly seconds: number;
  /** `undefined`: the server does not tell which tables it holds. */
  readonly table: ReviewedTable | undefined;
}

/** Who holds what on these tables; `undefined` where the account may not ask at all. */
export async function readLockHolders(
  sql: SqlRunner,
  version: Version,
  tables: readonly ReviewedTable[],
): Promise<readonly LockHolder[] | undefined> {
  if (tables.length === 0) return [];
  const [instrument] = (await orUnknown(send(sql, version, metadataLockInstrument))) ?? [];
  const statements = [...(isOn(instrument?.enabled) ? [lockHolders] : []), lockInfo];
  const found: LockHolder[] = [];
  let isTold = false;
  for (const statement of statements) {
    if (isTold) break;
    for (const table of tables) {
      const rows = await orUnknown(send(sql, version, statement, { values: [table.schema ?? null, table.name] }));
      if (rows === undefined) break;
      isTold = true;
      found.push(...rows.map((row) => holderOf(row, table)));
    }
  }
  if (isTold) return found;
  const anywhere = await orUnknown(send(sql, version, openTransactionsAnywhere));
  return anywhere?.map((row) => holderOf(row, undefined));
}

const holderOf = (row: SqlRow, table: ReviewedTable | undefined): LockHolder => ({
  session: numberOf(row.session) ?? 0,
  user: textOf(row.user),
  host: textOf(row.host).replace(/:\d+$/, ''),
  seconds: Math.max(0, numberOf(row.seconds) ?? 0),
  table,
});
