import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

export const timeDefault = defineRule({
  id: 'time-default',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'A time that is NOT NULL and has no default takes 0000-00-00 where sql_mode allows it.',
    zh: 'NOT NULL 且没有默认值的时间列，在宽松的 sql_mode 下会被写成 0000-00-00。',
  },
  on: ['column-definition'],
  check: (column) =>
    column.type &&
    ['DATETIME', 'TIMESTAMP'].includes(column.type.name) &&
    hasAttribute(column, 'NOT NULL') &&
    !hasAttribute(column, 'DEFAULT') &&
    !column.generated &&
    at(column.name, 'NOT NULL without a default.', 'NOT NULL 且没有默认值。'),
});
