import { type Expression, printNode } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { columnKey, repeated } from '../../tree/conditions.ts';

/** The same for all that is printed alike, and for some that is not. */
const shapeOf = (one: Expression): string =>
  one.kind === 'binary' ? `${shapeOfSide(one.left)} ${shapeOfSide(one.right)}` : one.kind;

const shapeOfSide = (side: Expression): string => {
  if (side.kind === 'column') return columnKey(side) ?? '';
  return side.kind === 'literal' && (side.type === 'string' || side.type === 'integer') ? side.value : side.kind;
};

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
    // What is written alike looks alike: nearly always nothing has to be printed.
    repeated(node.operands, shapeOf).length > 0 &&
    repeated(node.operands, (one) => printNode(one, tokens.dialect)).map((one) =>
      at(one, 'This condition is there already.', '该条件已经写过。'),
    ),
});
