import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isKeyColumn } from '../../tree/elements.ts';

export const timeDefault = defineRule({
  id: 'time-default',
  grade: 'N',
  theme: 'column-types',
  why: {
    en: 'A time without a default takes 0000-00-00 where it is NOT NULL and sql_mode allows it, and the first TIMESTAMP of a table that says neither NULL nor a default is set by the server on each change where explicit_defaults_for_timestamp is off.',
    zh: '没有默认值的时间列：NOT NULL 时在宽松的 sql_mode 下会被写成 0000-00-00；explicit_defaults_for_timestamp 关闭时，表中第一个既未声明 NULL 也没有默认值的 TIMESTAMP 列会在每次变更时被自动更新。',
  },
  on: ['column-definition'],
  check: (column, { statement, schema }) =>
    column.type &&
    ['DATETIME', 'TIMESTAMP'].includes(column.type.name) &&
    !hasAttribute(column, 'DEFAULT', 'NULL') &&
    !isKeyColumn(column, statement, schema) &&
    !column.generated &&
    at(column.name, 'Say DEFAULT, or NULL.', '请声明 DEFAULT 或 NULL。'),
});
