import { at, defineRule } from '../../rule.ts';

export const insertCountMismatch = defineRule({
  id: 'insert-count-mismatch',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'A row with more or fewer values than columns is refused by the server (error 1136).',
    zh: '值的个数与列的个数不一致时，服务器会拒绝执行（错误 1136）。',
  },
  on: ['insert'],
  check: ({ columns, rows }) => {
    const wanted = columns?.length || (rows[0]?.items.length ?? 0);
    return rows
      .filter(({ items }) => items.length !== wanted)
      .map((row) =>
        at(row, `${row.items.length} values for ${wanted} columns.`, `${wanted} 列对应了 ${row.items.length} 个值。`),
      );
  },
});
