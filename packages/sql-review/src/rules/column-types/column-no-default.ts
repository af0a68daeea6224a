import { at, defineRule } from '../../rule.ts';
import { hasAttribute, isPrimaryColumn } from '../../schema/read-table.ts';
import { isLongType } from '../../tree/keys.ts';

export const columnNoDefault = defineRule({
  id: 'column-no-default',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'Where every INSERT may leave a column out, each column says what it is then.',
    zh: '要求 INSERT 可省略列的环境中，每一列都应声明默认值。',
  },
  on: ['column-definition'],
  check: (column) =>
    !hasAttribute(column, 'DEFAULT', 'AUTO_INCREMENT') &&
    !isPrimaryColumn(column) &&
    !column.generated &&
    !isLongType(column.type) &&
    column.type?.name !== 'SERIAL' &&
    at(column.name, 'The column has no default.', '该列没有默认值。'),
});
