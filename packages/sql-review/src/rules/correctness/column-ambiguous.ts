import { at, defineRule } from '../../rule.ts';
import { columnNamed } from '../../schema/table.ts';

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
  check: (_, { names, schema }) =>
    names()
      .columns.filter(
        ({ verdict, origins }) =>
          verdict === 'ambiguous' &&
          // A table nobody told us about may have the column or not.
          origins.filter(({ schema: of, table, column }) => {
            const known = schema.tableAt(of, table);
            return known && columnNamed(known, column);
          }).length > 1,
      )
      .map(({ column }) => at(column, 'Say of which table.', '请写明表名。')),
});
