import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isKeyColumn } from '../../tree/elements.ts';
import { isLongType } from '../../tree/keys.ts';
import { isSpatialType } from '../../tree/types.ts';

export const notNullNoDefault = defineRule({
  id: 'not-null-no-default',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'A NOT NULL column without a default breaks INSERTs that do not name it, and gives the rows of a table it is added to a value nobody chose.',
    zh: 'NOT NULL 且没有默认值时，未写该列的 INSERT 会报错；在已有表中新增时，旧行会得到隐式值。',
  },
  on: ['column-definition'],
  check: (column, { statement, schema }) =>
    hasAttribute(column, 'NOT NULL') &&
    !hasAttribute(column, 'DEFAULT', 'AUTO_INCREMENT') &&
    !column.generated &&
    !isLongType(column.type) &&
    !isSpatialType(column.type) &&
    !isKeyColumn(column, statement, schema) &&
    at(column.name, 'NOT NULL without a default.', 'NOT NULL 且没有默认值。'),
});
