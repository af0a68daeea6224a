import type { Insert } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import type { TableModel } from '../../schema/table.ts';

/** How many columns a query gives; `undefined` when a star stands for columns that nobody knows. */
function widthOf(query: NonNullable<Insert['query']>, { schema }: Context): number | undefined {
  let { body } = query;
  while (body.kind === 'query' || body.kind === 'set-operation') body = body.kind === 'query' ? body.body : body.first;
  if (body.kind === 'values-table') return body.rows[0]?.items.length;
  if (body.kind !== 'select') return undefined;
  const stars = body.items.filter(({ expression }) => expression.kind === 'star');
  if (stars.length === 0) return body.items.length;
  const [table, more] = body.from;
  const width = table?.kind === 'named-table' && !more ? insertable(schema.tableOf(table.name)) : undefined;
  return width === undefined ? undefined : body.items.length - stars.length + width * stars.length;
}

/** Columns that stand for a missing list, and for a star: all that are not hidden. */
const insertable = (table: TableModel | undefined): number | undefined =>
  table?.isWhole ? table.columns.filter(({ isInvisible }) => !isInvisible).length : undefined;

export const insertCountMismatch = defineRule({
  id: 'insert-count-mismatch',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'A row with more or fewer values than columns is refused by the server (error 1136).',
    zh: '值的个数与列的个数不一致时，服务器会拒绝执行（错误 1136）。',
  },
  on: ['insert'],
  check: ({ columns, rows, query, table }, context) => {
    // VALUES () takes all defaults.
    const isEmpty = !columns?.length && rows.every(({ items }) => items.length === 0);
    const known = columns?.length || (isEmpty && !query ? undefined : insertable(context.schema.tableOf(table)));
    const wanted = known ?? rows[0]?.items.length ?? 0;
    const read = query && widthOf(query, context);
    if (query && known !== undefined && read !== undefined && read !== wanted)
      return at(query, `${read} values for ${wanted} columns.`, `${wanted} 列对应了 ${read} 个值。`);
    return rows
      .filter(({ items }) => items.length !== wanted)
      .map((row) =>
        at(row, `${row.items.length} values for ${wanted} columns.`, `${wanted} 列对应了 ${row.items.length} 个值。`),
      );
  },
});
