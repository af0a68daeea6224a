import { at, defineRule } from '../../rule.ts';
import { bare, isFixed } from '../../tree/conditions.ts';

export const notEqualNullRows = defineRule({
  id: 'not-equal-null-rows',
  grade: 'N',
  off: true,
  theme: 'conditions',
  why: {
    en: 'Rows whose column is NULL meet neither = nor <>.',
    zh: '列为 NULL 的行既不满足 = 也不满足 <>。',
  },
  on: ['binary'],
  check: (node) =>
    (node.operator === '<>' || node.operator === '!=') &&
    bare(node.left).kind === 'column' &&
    isFixed(node.right) &&
    at(node, 'NULLs are left out.', '会遗漏 NULL。'),
});
