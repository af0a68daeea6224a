import { printNode } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { repeated } from '../../tree/conditions.ts';

export const orDuplicate = defineRule({
  id: 'or-duplicate',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'The same condition twice says nothing more; another one was probably meant.',
    zh: '重复的条件没有意义，可能写错了。',
  },
  on: ['logical'],
  check: (node, { tokens }) =>
    repeated(node.operands, (one) => printNode(one, tokens.dialect)).map((one) =>
      at(one, 'This condition is there already.', '该条件已经写过。'),
    ),
});
