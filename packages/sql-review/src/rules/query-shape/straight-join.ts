import { at, defineRule } from '../../rule.ts';

export const straightJoin = defineRule({
  id: 'straight-join',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'STRAIGHT_JOIN fixes the order of tables for good, whatever the data becomes.',
    zh: 'STRAIGHT_JOIN 固定了表的连接顺序，数据变化后无法调整。',
  },
  on: ['join', 'select'],
  check: (node) => {
    const fixes = node.kind === 'join' ? node.type === 'STRAIGHT_JOIN' : node.options.includes('STRAIGHT_JOIN');
    return fixes && at(node, 'The order of the tables is fixed.', '表的连接顺序被固定。');
  },
});
