import { at, defineRule } from '../../rule.ts';
import { valuesOf } from '../../schema/written-values.ts';
import { numberIn } from '../../tree/calls.ts';
import { isNull } from '../../tree/conditions.ts';

export const insertAutoIncrement = defineRule({
  id: 'insert-auto-increment',
  grade: 'W',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A number given to a counter moves it on, or meets a row that is there.',
    zh: '显式写入自增列会使自增值跳跃，或与已有行冲突。',
  },
  on: ['insert'],
  check: (insert, { schema }) =>
    valuesOf(insert, schema).flatMap(({ column, value }) =>
      column.isAutoIncrement && !isNull(value) && value.kind !== 'default-value' && numberIn(value) !== 0
        ? [at(value, `${column.name} counts by itself.`, `${column.name} 是自增列。`)]
        : [],
    ),
});
