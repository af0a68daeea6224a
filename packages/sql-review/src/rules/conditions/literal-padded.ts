import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';
import { isComparison } from '../../tree/conditions.ts';

export const literalPadded = defineRule({
  id: 'literal-padded',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A value that begins or ends with a space is seldom meant, and compared differently by collation.',
    zh: '首尾带空格的值通常是笔误，不同排序规则的比较结果也不同。',
  },
  on: ['binary', 'in-list'],
  check: (node) => {
    const values = node.kind === 'binary' ? (isComparison(node.operator) ? [node.left, node.right] : []) : node.items;
    return values
      .filter((value) => {
        const text = stringIn(value);
        return text !== undefined && text.trim() !== '' && text.trim() !== text;
      })
      .map((value) => at(value, 'A space at the end or the beginning.', '首尾有空格。'));
  },
});
