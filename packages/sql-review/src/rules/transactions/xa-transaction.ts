import { at, defineRule } from '../../rule.ts';

export const xaTransaction = defineRule({
  id: 'xa-transaction',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'A prepared XA transaction survives the session and a restart with all its locks: somebody must look after it.',
    zh: '处于 PREPARE 状态的 XA 事务在会话断开甚至重启后仍持有锁，必须有人负责处理。',
  },
  on: ['xa'],
  check: (statement) =>
    statement.verb === 'START' && at(statement, 'A distributed transaction is opened.', '开启了分布式事务。'),
});
