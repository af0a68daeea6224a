import type { IndexAdvice } from '@myriad/sql-review';
import type { Connection } from 'mysql2/promise';
import { countReads } from './count-rows.ts';
import type { AdviceCase } from './make-case.ts';

export interface Comparison {
  readonly isAsGood: boolean;
  readonly why: string;
}

/** A tenth more rows, or as many as fit a page, is as good. */
const slack = { share: 1.1, rows: 30 } as const;

/** Rows read with what is advised, beside the fewest that any index of one to three of the statement's columns gives. */
export async function compareWithBest(
  connection: Connection,
  { statements, columns }: AdviceCase,
  advice: readonly IndexAdvice[],
): Promise<Comparison> {
  const [sql = ''] = statements;
  const reads = async () => {
    await connection.query('ANALYZE TABLE big');
    return countReads(connection, sql);
  };
  for (const { ddl } of advice) await connection.query(ddl);
  const own = await reads();
  for (const { undo } of advice) await connection.query(undo);
  let best = { reads: await reads(), columns: 'none' };
  for (const order of orders(columns)) {
    const text = order.map((column) => (column === 'note' ? 'note(64)' : column)).join(', ');
    await connection.query(`CREATE INDEX tried ON big (${text})`);
    const found = await reads();
    await connection.query('DROP INDEX tried ON big');
    if (found < best.reads) best = { reads: found, columns: text };
  }
  const isAsGood = own <= best.reads * slack.share + slack.rows;
  return {
    isAsGood,
    why: `${sql}\nadvised: ${advice.map(({ ddl }) => ddl).join('; ') || 'nothing'} reads ${own}; best (${best.columns}) reads ${best.reads}`,
  };
}

/** Every order of one to three of them. */
function orders(columns: readonly string[]): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const extend = (order: readonly string[]) => {
    if (order.length > 0) found.push(order);
    if (order.length < 3) for (const column of columns) if (!order.includes(column)) extend([...order, column]);
  };
  extend([]);
  return found;
}
