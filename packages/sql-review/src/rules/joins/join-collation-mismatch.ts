import { collationOf } from '../../advice/comparable.ts';
import { at, defineRule } from '../../rule.ts';
import { comparedColumns } from '../../tree/joined-columns.ts';
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
  on: ['binary', 'join'],
  check: (node, context) =>
    comparedColumns(node, context).flatMap(({ place, left, right }) => {
      if (!isTextType(left.column.type) || !isTextType(right.column.type)) return [];
      const [x, y] = [left, right].map(({ column, table }) => collationOf(column, table, context.dialect));
      return x !== undefined && y !== undefined && x !== y
        ? [at(place, `${x} is compared with ${y}.`, `${x} 与 ${y} 比较。`)]
        : [];
    }),
});
