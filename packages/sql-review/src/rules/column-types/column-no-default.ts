import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isKeyColumn } from '../../tree/elements.ts';
import { isLongType } from '../../tree/keys.ts';

export const columnNoDefault = defineRule({
  id: 'column-no-default',
  grade: 'N',
  // What it finds beside not-null-no-default may be NULL, and then is: column-nullable speaks of those.
  off: true,
  theme: 'column-types',
  why: {
    en: 'Where every INSERT may leave a column out, each column says what it is then.',
    zh: '要求 INSERT 可省略列的环境中，每一列都应声明默认值。',
  },
  on: ['column-definition'],
  check: (column, { statement, schema }) =>
    !hasAttribute(column, 'DEFAULT', 'AUTO_INCREMENT') &&
    !isKeyColumn(column, statement, schema) &&
    !column.generated &&
    !isLongType(column.type) &&
    column.type?.name !== 'SERIAL' &&
    at(column.name, 'The column has no default.', '该列没有默认值。'),
});
