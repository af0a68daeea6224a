import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';
import { typeNameOf } from '../../tree/types.ts';

export const autoIncSmall = defineRule({
  id: 'auto-inc-small',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A TINYINT or SMALLINT counter ends after 255 or 65,535 rows, those that were deleted included.',
    zh: 'TINYINT、SMALLINT 自增列在 255 或 65,535 行后耗尽，已删除的行也计算在内。',
  },
  on: ['column-definition'],
  check: (column) =>
    hasAttribute(column, 'AUTO_INCREMENT') &&
    column.type &&
    ['TINYINT', 'SMALLINT', 'MEDIUMINT'].includes(typeNameOf(column.type)) &&
    at(column.type, `${column.type.name} runs out soon.`, `${column.type.name} 很快就会耗尽。`),
});
