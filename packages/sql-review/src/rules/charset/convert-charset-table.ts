import { at, defineRule } from '../../rule.ts';

export const convertCharsetTable = defineRule({
  id: 'convert-charset-table',
  grade: 'E',
  theme: 'charset',
  why: {
    en: 'CONVERT TO CHARACTER SET rewrites the whole table under a lock, and may turn TEXT into MEDIUMTEXT.',
    zh: 'CONVERT TO CHARACTER SET 会加锁重写整张表，还可能把 TEXT 变为 MEDIUMTEXT。',
  },
  on: ['convert-charset'],
  check: (action) => at(action, 'The whole table is rewritten.', '将重写整张表。'),
});
