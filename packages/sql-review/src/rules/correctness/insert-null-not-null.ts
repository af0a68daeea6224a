import { at, defineRule } from '../../rule.ts';
import { readValues, valuesOf } from '../../schema/written-values.ts';
import { isNull } from '../../tree/conditions.ts';

export const insertNullNotNull = defineRule({
  id: 'insert-null-not-null',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'NULL is given to a column that is NOT NULL (error 1048).',
    zh: '向 NOT NULL 列写入 NULL（错误 1048）。',
  },
  on: ['insert'],
  check: (insert, { schema }) =>
    [...valuesOf(insert, schema), ...readValues(insert, schema)].flatMap(({ column, value }) =>
      isNull(value) && !column.isNullable && !column.isAutoIncrement && column.type?.name !== 'TIMESTAMP'
        ? [at(value, `${column.name} cannot be NULL.`, `${column.name} 不允许为 NULL。`)]
        : [],
    ),
});
