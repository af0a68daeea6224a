import { at, defineRule } from '../../rule.ts';
import { commitsImplicitly } from '../../walk/history.ts';

export const ddlInTransaction = defineRule({
  id: 'ddl-in-transaction',
  grade: 'E',
  theme: 'transactions',
  why: {
    en: 'A definition inside a transaction commits what is open without a word: a later ROLLBACK brings nothing back.',
    zh: '事务中的 DDL 会隐式提交已有变更：之后的 ROLLBACK 不会有任何作用。',
  },
  on: ['statement'],
  check: (statement, { history }) =>
    history.open !== undefined &&
    statement.kind !== 'start-transaction' &&
    commitsImplicitly(statement) &&
    at(
      statement,
      `This commits the transaction opened in line ${history.open.line}.`,
      `该语句会隐式提交第 ${history.open.line} 行开启的事务。`,
    ),
});
