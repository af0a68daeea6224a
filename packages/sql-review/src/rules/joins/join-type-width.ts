import { at, defineRule } from '../../rule.ts';
import { comparedColumns } from '../../tree/joined-columns.ts';
import { plainType, rangeOf } from '../../tree/types.ts';

export const joinTypeWidth = defineRule({
  id: 'join-type-width',
  grade: 'N',
  theme: 'joins',
  tier: 'schema',
  why: {
    en: 'Keys that refer to each other have one type: INT beside BIGINT, or signed beside UNSIGNED, runs out on one side first.',
    zh: '互相引用的键应使用相同的类型：INT 与 BIGINT、有符号与无符号混用时，一侧会先用尽。',
  },
  on: ['binary', 'join'],
  check: (node, context) =>
    node.kind === 'binary' && node.operator !== '='
      ? undefined
      : comparedColumns(node, context).flatMap(({ place, left, right }) => {
          const [a, b] = [left.column.type, right.column.type];
          if (!a || !b || !rangeOf(a) || !rangeOf(b)) return [];
          const texts = [a, b].map((type) => `${plainType(type)}${type.unsigned ? ' UNSIGNED' : ''}`);
          return texts[0] !== texts[1]
            ? [at(place, `${texts[0]} is joined with ${texts[1]}.`, `${texts[0]} 与 ${texts[1]} 连接。`)]
            : [];
        }),
});
