import { at, defineRule } from '../../rule.ts';
import { keyColumnsMade } from '../../tree/elements.ts';
import { isUnsigned, typeNameOf, typeText } from '../../tree/types.ts';

export const pkNotBigintUnsigned = defineRule({
  id: 'pk-not-bigint-unsigned',
  grade: 'N',
  off: true,
  theme: 'table-design',
  why: {
    en: 'Where every primary key is BIGINT UNSIGNED, keys of all tables can refer to each other and none runs out.',
    zh: '统一使用 BIGINT UNSIGNED 主键，各表之间可以相互引用，也不会耗尽。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) =>
    keyColumnsMade(statement, schema).flatMap(({ place, column: { type } }) =>
      type && !(['BIGINT', 'SERIAL'].includes(typeNameOf(type)) && isUnsigned(type))
        ? [at(place, `${typeText(type)}, not BIGINT UNSIGNED.`, `主键类型为 ${typeText(type)}，不是 BIGINT UNSIGNED。`)]
        : [],
    ),
});
