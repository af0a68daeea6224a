import { at, defineRule } from '../../rule.ts';

export const conditionsMany = defineRule({
  id: 'conditions-many',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A filter of very many conditions is made by a machine: a table to join with is better.',
    zh: '条件过多的语句通常是程序拼接的，改为与临时表连接更好。',
  },
  parameters: { maximum: 20 },
  on: ['logical'],
  check: (node, _, { maximum }) =>
    node.operands.length > maximum &&
    at(node, `${node.operands.length} conditions in a row.`, `连续 ${node.operands.length} 个条件。`),
});
