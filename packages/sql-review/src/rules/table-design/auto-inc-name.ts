import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

export const autoIncName = defineRule({
  id: 'auto-inc-name',
  grade: 'N',
  off: true,
  theme: 'table-design',
  about: 'names',
  why: {
    en: 'A counter is called alike in every table, so that tools find it.',
    zh: '自增列在所有表中应使用统一的列名，便于工具识别。',
  },
  parameters: { names: ['id'] },
  on: ['column-definition'],
  check: (column, _, { names }) =>
    (hasAttribute(column, 'AUTO_INCREMENT') || column.type?.name === 'SERIAL') &&
    !names.includes(column.name.name.toLowerCase()) &&
    at(column.name, `Call it ${names.join(' or ')}.`, `自增列应命名为 ${names.join(' 或 ')}。`),
});
