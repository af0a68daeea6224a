import { at, defineRule } from '../../rule.ts';

export const ambiguousWhenAltered = defineRule({
  id: 'ambiguous-when-altered',
  grade: 'N',
  off: true,
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'In a join a column without its table is clear today and ambiguous when another table gets one of that name.',
    zh: '连接查询中不写表名的列，在其他表增加同名列后会产生歧义。',
  },
  on: ['column'],
  check: (column, { statement, nodes }) =>
    statement.kind === 'query' &&
    !column.table &&
    nodes('join').length > 0 &&
    at(column, 'Name the table of the column.', '请写明列所属的表。'),
});
