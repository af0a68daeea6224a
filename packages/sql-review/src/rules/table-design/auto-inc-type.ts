import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

const wrong: ReadonlySet<string> = new Set([
  'DECIMAL',
  'NUMERIC',
  'DEC',
  'FIXED',
  'CHAR',
  'VARCHAR',
  'TEXT',
  'DATE',
  'DATETIME',
  'TIMESTAMP',
  'FLOAT',
  'DOUBLE',
  'REAL',
  'BINARY',
  'VARBINARY',
  'JSON',
  'ENUM',
]);

export const autoIncType = defineRule({
  id: 'auto-inc-type',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'AUTO_INCREMENT needs a whole number: DECIMAL, text and time are refused, floating types deprecated.',
    zh: 'AUTO_INCREMENT 必须是整数类型：DECIMAL、字符、时间类型会被拒绝，浮点类型已弃用。',
  },
  on: ['column-definition'],
  check: (column) =>
    hasAttribute(column, 'AUTO_INCREMENT') &&
    column.type &&
    wrong.has(column.type.name) &&
    at(column.type, `${column.type.name} cannot count.`, `${column.type.name} 不能用作自增列。`),
});
