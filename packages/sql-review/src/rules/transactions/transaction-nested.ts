import { at, defineRule } from '../../rule.ts';

export const transactionNested = defineRule({
  id: 'transaction-nested',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'There are no nested transactions: a second START TRANSACTION commits the first.',
    zh: 'MySQL 不支持嵌套事务：再次 START TRANSACTION 会提交前一个事务。',
  },
  on: ['start-transaction'],
  check: (statement, { history }) =>
    history.open &&
    at(
      statement,
      `This commits the transaction opened in line ${history.open.line}.`,
      `该语句会提交第 ${history.open.line} 行开启的事务。`,
    ),
});
