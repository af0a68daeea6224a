import { at, defineRule } from '../../rule.ts';

export const replaceInto = defineRule({
  id: 'replace-into',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'REPLACE deletes the old row and inserts a new one: columns left out lose their values, foreign keys may delete children, and AUTO_INCREMENT moves on.',
    zh: 'REPLACE 会先删除旧行再插入新行：未写的列会丢失原值，外键可能级联删除子行，自增值也会增长。',
  },
  on: ['insert'],
  check: ({ verb, table }) =>
    verb === 'REPLACE' && at(table, 'REPLACE deletes, then inserts.', 'REPLACE 是先删除再插入。'),
});
