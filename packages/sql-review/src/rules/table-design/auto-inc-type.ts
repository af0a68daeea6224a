import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isIntegerType } from '../../tree/types.ts';

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
    !isIntegerType(column.type) &&
    at(column.type, `${column.type.name} cannot count.`, `${column.type.name} 不能用作自增列。`),
});
