import { at, defineRule } from '../../rule.ts';

export const lockTablesLeft = defineRule({
  id: 'lock-tables-left',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'Tables stay locked until UNLOCK TABLES or the end of the session, which a pool of connections may never see.',
    zh: '表锁会持续到 UNLOCK TABLES 或会话结束；使用连接池时会话可能一直不结束。',
  },
  on: ['statement'],
  check: (statement, { history, isLast }) => {
    if (!isLast) return undefined;
    const locksNow = statement.kind === 'lock-tables';
    const unlocks = statement.kind === 'lock-other' && statement.what === 'UNLOCK TABLES';
    return (
      (locksNow || history.locked.size > 0) &&
      !unlocks &&
      statement.kind !== 'start-transaction' &&
      at(statement, 'The script ends with tables locked.', '脚本结束时仍持有表锁。')
    );
  },
});
