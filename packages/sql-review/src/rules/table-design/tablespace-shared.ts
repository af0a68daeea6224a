import { at, defineRule } from '../../rule.ts';
import { wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const tablespaceShared = defineRule({
  id: 'tablespace-shared',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A table in a shared tablespace gives no room back when it shrinks or goes.',
    zh: '放在共享表空间中的表，即使数据缩减或删除也不会归还空间。',
  },
  on: ['setting'],
  check: (setting) =>
    setting.name === 'TABLESPACE' &&
    !isSame(wordOf(setting.value), 'innodb_file_per_table') &&
    at(setting, 'The table shares its tablespace.', '该表使用共享表空间。'),
});
