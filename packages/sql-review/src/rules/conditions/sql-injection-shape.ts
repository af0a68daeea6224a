import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { truthOf } from '../../tree/truth.ts';

export const sqlInjectionShape = defineRule({
  id: 'sql-injection-shape',
  grade: 'E',
  theme: 'conditions',
  why: {
    en: 'A condition of two equal constants in an OR, as it comes from an injected text.',
    zh: 'OR 中出现恒等的常量比较，是典型的注入特征。',
  },
  on: ['logical', 'binary'],
  check: (node) => {
    if (node.kind !== 'logical' || node.operator !== 'OR') return undefined;
    return node.operands
      .map(bare)
      .filter(
        (one) =>
          one.kind === 'binary' &&
          one.operator === '=' &&
          one.left.kind === 'literal' &&
          one.right.kind === 'literal' &&
          truthOf(one) === 'always',
      )
      .map((one) => at(one, 'Always true, as in an injected text.', '恒为真，疑似注入。'));
  },
});
