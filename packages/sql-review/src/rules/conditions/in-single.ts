import { at, defineRule } from '../../rule.ts';

export const inSingle = defineRule({
  id: 'in-single',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'IN with one value is an equality.',
    zh: '只有一个值的 IN 等同于等号。',
  },
  on: ['in-list'],
  check: (node) =>
    node.items.length === 1 &&
    node.items[0]?.kind === 'literal' &&
    at(node, node.not ? 'Write <>.' : 'Write =.', node.not ? '请写成 <>。' : '请写成 =。'),
});
