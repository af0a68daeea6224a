import { at, defineRule } from '../../rule.ts';

export const optimizerHint = defineRule({
  id: 'optimizer-hint',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A hint stays when the data has changed: write down why it is there, and look again after an upgrade.',
    zh: '优化器提示不会随数据变化：请注明原因，并在升级后重新评估。',
  },
  on: ['select', 'update', 'delete', 'insert'],
  check: (node) => node.hint !== undefined && at(node, 'An optimizer hint.', '使用了优化器提示。'),
});
