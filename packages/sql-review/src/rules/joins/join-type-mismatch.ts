import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';
import { isNumberType } from '../../tree/types.ts';

export const joinTypeMismatch = defineRule({
  id: 'join-type-mismatch',
  grade: 'W',
  theme: 'joins',
  tier: 'schema',
  why: {
    en: 'Columns of different types are converted row by row in a join, and the index of one side is not used.',
    zh: '连接列类型不一致时会逐行转换，其中一侧的索引无法使用。',
  },
  on: ['binary'],
  check: (node, { columnOf }) => {
    if (node.operator !== '=') return undefined;
    const [left, right] = [bare(node.left), bare(node.right)];
    if (left.kind !== 'column' || right.kind !== 'column') return undefined;
    const [a, b] = [columnOf(left)?.column.type, columnOf(right)?.column.type];
    const differs = a && b && isNumberType(a) !== isNumberType(b);
    return differs && at(node, `${a.name} is compared with ${b.name}.`, `${a.name} 与 ${b.name} 比较。`);
  },
});
