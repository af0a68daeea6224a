import { at, defineRule } from '../../rule.ts';

export const columnAmbiguous = defineRule({
  id: 'column-ambiguous',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'Two tables of the query have a column of this name: the server refuses to guess (error 1052).',
    zh: '查询中有多张表包含同名列，必须写明表名（错误 1052）。',
  },
  on: ['statement'],
  check: (_, { names }) =>
    names()
      .columns.filter(({ verdict, origins }) => verdict === 'ambiguous' && origins.length > 1)
      .map(({ column }) => at(column, 'Say of which table.', '请写明表名。')),
});
