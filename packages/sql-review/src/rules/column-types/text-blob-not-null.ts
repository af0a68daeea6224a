import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isLongType } from '../../tree/keys.ts';

export const textBlobNotNull = defineRule({
  id: 'text-blob-not-null',
  grade: 'N',
  off: true,
  theme: 'column-types',
  why: {
    en: 'A TEXT, BLOB or JSON that is NOT NULL must be written in every INSERT where it has no default.',
    zh: 'NOT NULL 的 TEXT、BLOB、JSON 列没有默认值时，每次 INSERT 都必须赋值。',
  },
  on: ['column-definition'],
  check: (column) =>
    isLongType(column.type) &&
    hasAttribute(column, 'NOT NULL') &&
    !hasAttribute(column, 'DEFAULT') &&
    at(column.name, 'Must be given in every INSERT.', '每次 INSERT 都必须赋值。'),
});
