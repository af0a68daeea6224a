import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { keyColumnsMade } from '../../tree/elements.ts';
import { typeNameOf } from '../../tree/types.ts';

export const pkTypeAllow = defineRule({
  id: 'pk-type-allow',
  grade: 'E',
  off: true,
  theme: 'table-design',
  why: {
    en: 'The policy says which types a primary key may have.',
    zh: '策略规定了主键允许使用的类型。',
  },
  parameters: { allowed: ['INT', 'BIGINT', 'SERIAL'] },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }, { allowed }) =>
    keyColumnsMade(statement, schema).flatMap(({ place, column: { type } }) =>
      type && !allowed.some((one) => isSame(one, type.name) || isSame(one, typeNameOf(type)))
        ? [at(place, `${type.name} is not allowed as primary key.`, `主键不允许使用 ${type.name}。`)]
        : [],
    ),
});
