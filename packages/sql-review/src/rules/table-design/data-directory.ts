import { at, defineRule } from '../../rule.ts';

export const dataDirectory = defineRule({
  id: 'data-directory',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A table outside the data directory is missed by copies of it, and its disk fills unseen.',
    zh: '数据目录之外的表容易被物理备份遗漏，所在磁盘也不在监控范围内。',
  },
  on: ['setting'],
  check: (setting) =>
    (setting.name === 'DATA DIRECTORY' || setting.name === 'INDEX DIRECTORY') &&
    at(setting, 'The table is kept elsewhere.', '表数据存放在其他目录。'),
});
