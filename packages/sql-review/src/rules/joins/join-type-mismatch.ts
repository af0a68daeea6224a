import type { DataType } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { comparedColumns } from '../../tree/joined-columns.ts';
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
  on: ['binary', 'join'],
  check: (node, context) =>
    node.kind === 'binary' && node.operator !== '='
      ? undefined
      : comparedColumns(node, context).flatMap(({ place, left, right }) => {
          const [a, b] = [left.column.type, right.column.type];
          return a && b && familyOf(a) !== familyOf(b)
            ? [at(place, `${a.name} is compared with ${b.name}.`, `${a.name} 与 ${b.name} 比较。`)]
            : [];
        }),
});

const times: ReadonlySet<string> = new Set(['DATE', 'DATETIME', 'TIMESTAMP', 'TIME', 'YEAR']);

/** Types of one family are compared as they are. */
function familyOf(type: DataType): string {
  if (isNumberType(type)) return 'number';
  if (times.has(type.name)) return 'time';
  return type.name === 'JSON' ? 'json' : 'text';
}
