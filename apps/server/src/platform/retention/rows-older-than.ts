import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/schema.ts';
import type { RetentionRule } from './retention.ts';

/** The rule most tables have: a row goes when one of its times is long enough ago. */
export function rowsOlderThan<T extends keyof Database & string>(rule: {
  readonly table: T;
  /** Epoch ms: when it began to be old. */
  readonly time: keyof Database[T] & string;
  /** In days; a row whose `time` says itself when it is over is kept for none. */
  readonly keepDays: number;
  /** Which of its rows, when not all: in words for the name, and as a condition. */
  readonly only?: { readonly name: string; readonly where?: RawBuilder<boolean> };
}): RetentionRule {
  const { table, time, keepDays, only } = rule;
  return {
    name: only ? `${table}: ${only.name}` : table,
    keepDays,
    removeSome: async (tx, before, limit) => {
      const { rows } = await sql<{ id: string }>`
        select id from ${sql.table(table)}
        where ${sql.ref(time)} <= ${before} and ${only?.where ?? sql`1 = 1`} limit ${limit}`.execute(tx);
      if (rows.length > 0)
        await sql`delete from ${sql.table(table)} where id in (${sql.join(rows.map(({ id }) => id))})`.execute(tx);
      return rows.length;
    },
  };
}
