import { at, defineRule } from '../../rule.ts';

export const insertEmptyValues = defineRule({
  id: 'insert-empty-values',
  grade: 'N',
  theme: 'change-safety',
  why: {
    en: 'A row without any value is made of defaults alone; it is seldom meant.',
    zh: '不带任何值的行完全由默认值组成，很少是本意。',
  },
  on: ['insert'],
  check: ({ rows, columns = [], table }) =>
    columns.length === 0 &&
    rows.some(({ items }) => items.length === 0) &&
    at(table, 'The row consists of defaults.', '该行全部取默认值。'),
});
