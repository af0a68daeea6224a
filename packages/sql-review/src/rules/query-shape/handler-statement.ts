import { at, defineRule } from '../../rule.ts';

export const handlerStatement = defineRule({
  id: 'handler-statement',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'HANDLER reads the index itself: it sees rows that are not committed, and keeps the table open.',
    zh: 'HANDLER 直接读取索引，不保证一致性，还会一直打开表。',
  },
  on: ['handler'],
  check: (statement) => at(statement.table, 'HANDLER gives no consistent read.', 'HANDLER 不提供一致性读。'),
});
