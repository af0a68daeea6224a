import { at, defineRule } from '../../rule.ts';

export const lockTables = defineRule({
  id: 'lock-tables',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'LOCK TABLES commits what is open, shuts out every other session, and stays until the session lets go.',
    zh: 'LOCK TABLES 会隐式提交事务，阻塞其他会话，并一直持有到会话释放。',
  },
  on: ['lock-tables'],
  check: (statement) => at(statement, 'Whole tables are locked.', '锁定了整张表。'),
});
