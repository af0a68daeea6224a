import { at, defineRule } from '../../rule.ts';

export const changesWithoutTransaction = defineRule({
  id: 'changes-without-transaction',
  grade: 'N',
  theme: 'transactions',
  why: {
    en: 'Changes that belong together stand or fall together only inside a transaction: without one, half of them may stay.',
    zh: '相关的多条变更只有放在事务中才能保证原子性，否则可能只执行一半。',
  },
  on: ['insert', 'update', 'delete'],
  check: (change, { history, statement }) =>
    change === statement &&
    history.looseChanges === 1 &&
    !history.open &&
    !history.variables.has('autocommit') &&
    at(change, 'Several changes without a transaction around them.', '多条变更没有放在事务中。'),
});
