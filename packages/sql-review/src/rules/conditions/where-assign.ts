import { at, defineRule } from '../../rule.ts';
import { nearest } from '../../tree/tables.ts';

export const whereAssign = defineRule({
  id: 'where-assign',
  grade: 'E',
  theme: 'conditions',
  why: {
    en: ':= assigns: in a filter the comparison = was meant.',
    zh: ':= 是赋值运算符，过滤条件中应使用 =。',
  },
  on: ['binary'],
  check: (node, { parentOf }) =>
    node.operator === ':=' &&
    nearest(node, ['select-item', 'set-variable', 'assignment', 'order-item', 'query'], parentOf)?.kind === 'query' &&
    at(node, 'This assigns a value.', '这是赋值运算。'),
});
