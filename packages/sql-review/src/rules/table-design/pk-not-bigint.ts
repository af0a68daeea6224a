import { at, defineRule } from '../../rule.ts';
import { keyColumnsMade } from '../../tree/elements.ts';
import { typeNameOf } from '../../tree/types.ts';

export const pkNotBigint = defineRule({
  id: 'pk-not-bigint',
  grade: 'N',
  off: true,
  theme: 'table-design',
  why: {
    en: 'An INT key ends at two or four thousand million rows, and to widen it rebuilds the table and every table that refers to it.',
    zh: 'INT 主键上限为 21 或 42 亿，扩容需要重建本表以及所有引用它的表。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) =>
    keyColumnsMade(statement, schema).flatMap(({ place, column: { type } }) =>
      type && !['BIGINT', 'SERIAL'].includes(typeNameOf(type))
        ? [at(place, 'The primary key is no BIGINT.', '主键不是 BIGINT。')]
        : [],
    ),
});
