import { at, defineRule } from '../../rule.ts';
import { hasAttribute } from '../../schema/read-table.ts';

export const autoUpdateMissing = defineRule({
  id: 'auto-update-missing',
  grade: 'N',
  theme: 'column-types',
  about: 'names',
  why: {
    en: 'A column named for the last change is right only when the server sets it, or every statement does.',
    zh: '表示最后修改时间的列，应由服务器自动更新，否则容易遗漏。',
  },
  on: ['column-definition'],
  check: (column) =>
    ['updated_at', 'update_time', 'modified_at', 'gmt_modified'].includes(column.name.name.toLowerCase()) &&
    column.type &&
    ['DATETIME', 'TIMESTAMP'].includes(column.type.name) &&
    !hasAttribute(column, 'ON UPDATE') &&
    at(column.name, 'ON UPDATE CURRENT_TIMESTAMP is missing.', '缺少 ON UPDATE CURRENT_TIMESTAMP。'),
});
