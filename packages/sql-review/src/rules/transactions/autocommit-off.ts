import { at, defineRule } from '../../rule.ts';
import { isOffValue, variableName } from '../../tree/settings.ts';

export const autocommitOff = defineRule({
  id: 'autocommit-off',
  grade: 'W',
  theme: 'transactions',
  why: {
    en: 'With autocommit off a transaction begins with the first statement and stays open, with its locks, until somebody ends it.',
    zh: '关闭 autocommit 后，第一条语句就会开启事务并一直持锁，直到有人显式结束。',
  },
  on: ['set-variable'],
  check: (item) =>
    variableName(item) === 'autocommit' &&
    isOffValue(item.value) &&
    at(item, 'Every statement now waits for a COMMIT.', '之后的语句都需要显式 COMMIT。'),
});
