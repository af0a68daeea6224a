import { at, defineRule } from '../../rule.ts';

export const negation = defineRule({
  id: 'negation',
  grade: 'N',
  off: true,
  theme: 'conditions',
  why: {
    en: 'A negation matches most rows: an index seldom helps.',
    zh: '否定条件通常匹配大部分行，索引帮助有限。',
  },
  on: ['binary', 'in-list', 'like'],
  check: (node) => {
    const isNot = node.kind === 'binary' ? node.operator === '<>' || node.operator === '!=' : node.not;
    return isNot && at(node, 'A negation.', '使用了否定条件。');
  },
});
