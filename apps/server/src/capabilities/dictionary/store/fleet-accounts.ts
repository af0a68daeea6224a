import '../fleet-tables.ts';
import type { Insertable, Selectable } from 'kysely';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { DictionaryAccountTable } from '../fleet-tables.ts';
import type { Place } from '../read/cursor.ts';
import { type FleetAsked, instanceAsked } from './instances-asked.ts';

export type AccountRow = Selectable<DictionaryAccountTable>;

const piece = 100;

/** Puts the accounts a look saw in the place of those kept; where it saw them all, the others are gone. */
export async function replaceAccounts(
  tx: Tx,
  instanceId: string,
  rows: readonly Insertable<DictionaryAccountTable>[],
  { whole }: { readonly whole: boolean },
): Promise<void> {
  if (whole) await tx.deleteFrom('dictionary_account').where('instance_id', '=', instanceId).execute();
  for (let from = 0; from < rows.length; from += piece) {
    const some = rows.slice(from, from + piece);
    if (!whole)
      await tx
        .deleteFrom('dictionary_account')
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .execute();
    await tx
      .insertInto('dictionary_account')
      .values([...some])
      .execute();
  }
}

/** Greater than every text that begins with this: names are compared by their bytes. */
const endOf = (text: string) => `${text}\u{10FFFF}`;

function named({ name, match }: FleetAsked): RawBuilder<SqlBool>[] {
  if (!name) return [];
  if (match !== 'exact') return [sql`d.sort_key >= ${name}`, sql`d.sort_key < ${endOf(name)}`];
  // A user's name may hold an @ itself.
  return [
    sql`(d.sort_key = ${name.slice(0, 190)} or (d.user = ${name} and d.sort_key >= ${`${name}@`} and d.sort_key < ${endOf(`${name}@`)}))`,
  ];
}

/** By `user@host`. */
export async function pageAccounts(
  db: Reader,
  asked: FleetAsked,
  after: Place | undefined,
  limit: number,
): Promise<readonly AccountRow[]> {
  const conditions = [
    await instanceAsked(db, asked, 'd'),
    ...named(asked),
    ...(after
      ? [sql<SqlBool>`(d.sort_key > ${after.sortKey} or (d.sort_key = ${after.sortKey} and d.id > ${after.id}))`]
      : []),
  ];
  const { rows } = await sql<AccountRow>`select d.* from dictionary_account as d
    where ${sql.join(conditions, sql` and `)} order by d.sort_key, d.id limit ${limit}`.execute(db);
  return rows;
}
