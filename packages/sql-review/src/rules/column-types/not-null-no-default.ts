import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isLongType } from '../../tree/keys.ts';

export const notNullNoDefault = defineRule({
  id: 'not-null-no-default',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'Adding a NOT NULL column without a default gives old rows a value nobody chose, and breaks INSERTs that do not name it.',
    zh: '新增 NOT NULL 且无默认值的列时，旧行会得到隐式值，未写该列的 INSERT 会报错。',
  },
  on: ['column-definition'],
  check: (column, { parentOf }) =>
    parentOf(column)?.kind === 'add-columns' &&
    hasAttribute(column, 'NOT NULL') &&
    !hasAttribute(column, 'DEFAULT', 'AUTO_INCREMENT') &&
    !column.generated &&
    !isLongType(column.type) &&
    at(column.name, 'NOT NULL without a default.', 'NOT NULL 且没有默认值。'),
});
