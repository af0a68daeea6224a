import { at, defineRule } from '../../rule.ts';

export const andOrMixed = defineRule({
  id: 'and-or-mixed',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'AND binds stronger than OR: brackets say what was meant.',
    zh: 'AND 优先级高于 OR，请用括号写明意图。',
  },
  on: ['logical'],
  check: (node) =>
    node.operator === 'OR' &&
    node.operands.some((one) => one.kind === 'logical' && one.operator === 'AND') &&
    node.operands.some((one) => one.kind !== 'logical') &&
    at(node, 'Put brackets around the ANDs.', '请给 AND 部分加上括号。'),
});
