import { at, defineRule } from '../../rule.ts';
import { sameColumn } from '../../tree/conditions.ts';

export const updateSelfAssign = defineRule({
  id: 'update-self-assign',
  grade: 'N',
  theme: 'change-safety',
  why: {
    en: 'A column set to itself changes nothing; usually another column was meant.',
    zh: '把列赋值为自身没有任何效果，通常是写错了列名。',
  },
  on: ['update'],
  check: ({ assignments }, { columnOf }) =>
    assignments
      .filter(({ target, value }) => sameColumn(target, value))
      // A column of ON UPDATE CURRENT_TIMESTAMP is kept so.
      .filter(({ target }) => !(target.kind === 'column' && columnOf(target)?.column.setsTimeOnUpdate))
      .map((one) => at(one, 'The column is set to itself.', '该列被赋值为自身。')),
});
