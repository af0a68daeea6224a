import { at, defineRule } from '../../rule.ts';
import { columnKey, repeated } from '../../tree/conditions.ts';

export const insertColumnTwice = defineRule({
  id: 'insert-column-twice',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'A column may stand in the list once only (error 1110).',
    zh: '同一列在列表中只能出现一次（错误 1110）。',
  },
  on: ['insert'],
  check: ({ columns = [], assignments }) =>
    repeated([...columns, ...assignments.map(({ target }) => target)], columnKey).map((column) =>
      at(column, 'This column is named twice.', '该列重复出现。'),
    ),
});
