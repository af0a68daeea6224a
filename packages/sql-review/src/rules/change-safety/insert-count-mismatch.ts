import type { Insert } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

/** How many columns a query gives; `undefined` when a star stands for some of them. */
function widthOf(query: NonNullable<Insert['query']>): number | undefined {
  let { body } = query;
  while (body.kind === 'query' || body.kind === 'set-operation') body = body.kind === 'query' ? body.body : body.first;
  if (body.kind === 'values-table') return body.rows[0]?.items.length;
  if (body.kind !== 'select') return undefined;
  return body.items.some(({ expression }) => expression.kind === 'star') ? undefined : body.items.length;
}

export const insertCountMismatch = defineRule({
  id: 'insert-count-mismatch',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'A row with more or fewer values than columns is refused by the server (error 1136).',
    zh: '值的个数与列的个数不一致时，服务器会拒绝执行（错误 1136）。',
  },
  on: ['insert'],
  check: ({ columns, rows, query }) => {
    const wanted = columns?.length || (rows[0]?.items.length ?? 0);
    const read = query && widthOf(query);
    if (query && columns && columns.length > 0 && read !== undefined && read !== wanted)
      return at(query, `${read} values for ${wanted} columns.`, `${wanted} 列对应了 ${read} 个值。`);
    return rows
      .filter(({ items }) => items.length !== wanted)
      .map((row) =>
        at(row, `${row.items.length} values for ${wanted} columns.`, `${wanted} 列对应了 ${row.items.length} 个值。`),
      );
  },
});
