import { at, defineRule } from '../../rule.ts';

export const columnMissing = defineRule({
  id: 'column-missing',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A column is named that none of the tables has.',
    zh: '引用的列在相关表中不存在。',
  },
  on: ['statement'],
  check: (_, { names }) =>
    names()
      .columns.filter(({ verdict }) => verdict === 'unknown')
      .map(({ column }) => at(column, 'There is no such column.', '列不存在。')),
});
