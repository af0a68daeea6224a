import { at, defineRule } from '../../rule.ts';

export const booleanCompare = defineRule({
  id: 'boolean-compare',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A comparison with TRUE is with 1: 2 is true, and not equal to it.',
    zh: '与 TRUE 比较即与 1 比较：2 也是真，但不等于 TRUE。',
  },
  on: ['binary'],
  check: (node) =>
    ['=', '<>', '!='].includes(node.operator) &&
    [node.left, node.right].some((side) => side.kind === 'literal' && side.type === 'boolean') &&
    at(node, 'Use IS TRUE, or the value itself.', '请使用 IS TRUE 或直接写值。'),
});
