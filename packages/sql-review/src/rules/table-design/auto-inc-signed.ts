import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { isIntegerType, isUnsigned } from '../../tree/types.ts';

export const autoIncSigned = defineRule({
  id: 'auto-inc-signed',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'An AUTO_INCREMENT column never goes below zero: signed, half of its numbers are wasted.',
    zh: '自增列不会出现负数：使用有符号类型会浪费一半取值范围。',
  },
  on: ['column-definition'],
  check: (column) =>
    hasAttribute(column, 'AUTO_INCREMENT') &&
    column.type &&
    isIntegerType(column.type) &&
    !isUnsigned(column.type) &&
    at(column.type, 'Make the counter UNSIGNED.', '自增列建议使用 UNSIGNED。'),
});
