import { at, defineRule } from '../../rule.ts';
import { valuesOf } from '../../schema/written-values.ts';

export const insertGenerated = defineRule({
  id: 'insert-generated',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A generated column takes no value but DEFAULT (error 3105).',
    zh: '生成列不能写入除 DEFAULT 以外的值（错误 3105）。',
  },
  on: ['insert'],
  check: (insert, { schema }) =>
    valuesOf(insert, schema).flatMap(({ column, value }) =>
      column.generated && value.kind !== 'default-value'
        ? [at(value, `${column.name} is generated.`, `${column.name} 是生成列。`)]
        : [],
    ),
});
