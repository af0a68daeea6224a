import { at, defineRule } from '../../rule.ts';
import { isComparison } from '../../tree/conditions.ts';

export const compareChain = defineRule({
  id: 'compare-chain',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'a < b < c compares the truth value of a < b with c.',
    zh: 'a < b < c 实际上是用 a < b 的逻辑值（0 或 1）与 c 比较。',
  },
  on: ['binary'],
  check: (chain) =>
    isComparison(chain.operator) &&
    chain.left.kind === 'binary' &&
    isComparison(chain.left.operator) &&
    at(
      chain,
      'A chain of comparisons does not mean what it says; join them with AND.',
      '连续比较并不是数学含义，请用 AND 连接。',
    ),
});
