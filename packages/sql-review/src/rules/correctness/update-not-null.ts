import { at, defineRule } from '../../rule.ts';
import { writtenValues } from '../../schema/written-values.ts';
import { isNull } from '../../tree/conditions.ts';

export const updateNotNull = defineRule({
  id: 'update-not-null',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: "NULL is set to a column that is NOT NULL: refused, or made 0 and '' where sql_mode is not strict.",
    zh: '将 NOT NULL 列更新为 NULL 会被拒绝，非严格模式下会变成 0 或空字符串。',
  },
  on: ['update'],
  check: (update, context) =>
    writtenValues(update, context).flatMap(({ column, value }) =>
      isNull(value) && !column.isNullable
        ? [at(value, `${column.name} cannot be NULL.`, `${column.name} 不允许为 NULL。`)]
        : [],
    ),
});
