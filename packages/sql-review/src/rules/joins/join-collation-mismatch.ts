import { at, defineRule } from '../../rule.ts';
import { bare, isComparison } from '../../tree/conditions.ts';
import { isTextType } from '../../tree/keys.ts';

export const joinCollationMismatch = defineRule({
  id: 'join-collation-mismatch',
  grade: 'E',
  theme: 'joins',
  tier: 'schema',
  why: {
    en: 'Texts of different sets or collations are converted in a join, or refused (error 1267).',
    zh: '连接列的字符集或排序规则不一致时需要转换，甚至报错（错误 1267）。',
  },
  on: ['binary'],
  check: (node, { columnOf }) => {
    if (!isComparison(node.operator)) return undefined;
    const [left, right] = [bare(node.left), bare(node.right)];
    if (left.kind !== 'column' || right.kind !== 'column') return undefined;
    const [a, b] = [columnOf(left), columnOf(right)];
    if (!a || !b || !isTextType(a.column.type) || !isTextType(b.column.type)) return undefined;
    const [x, y] = [a, b].map(
      ({ column, table }) => column.collation ?? column.charset ?? table.collation ?? table.charset,
    );
    return (
      x !== undefined && y !== undefined && x !== y && at(node, `${x} is compared with ${y}.`, `${x} 与 ${y} 比较。`)
    );
  },
});
