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
  check: ({ assignments }) =>
    assignments
      .filter(({ target, value }) => sameColumn(target, value))
      .map((one) => at(one, 'The column is set to itself.', '该列被赋值为自身。')),
});
