import { at, defineRule } from '../../rule.ts';
import { commitsImplicitly } from '../../walk/history.ts';

export const transactionLeftOpen = defineRule({
  id: 'transaction-left-open',
  grade: 'E',
  theme: 'transactions',
  why: {
    en: 'A transaction that nobody ends keeps its locks until the session closes, and is rolled back then.',
    zh: '没有结束的事务会一直持锁，直到会话断开并被回滚。',
  },
  on: ['statement'],
  check: (statement, { history, isLast }) => {
    if (!isLast) return undefined;
    if (statement.kind === 'start-transaction')
      return at(statement, 'The transaction is never ended.', '该事务没有结束语句。');
    const ends = statement.kind === 'end-transaction' || commitsImplicitly(statement);
    return (
      !ends &&
      history.open &&
      at(
        statement,
        `The transaction opened in line ${history.open.line} is never ended.`,
        `第 ${history.open.line} 行开启的事务没有结束。`,
      )
    );
  },
});
