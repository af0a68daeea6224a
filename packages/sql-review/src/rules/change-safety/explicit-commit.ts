import { at, defineRule } from '../../rule.ts';

export const explicitCommit = defineRule({
  id: 'explicit-commit',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'The transaction of a change is opened and ended around it: a COMMIT in the text cuts it in two, and half of it may stay.',
    zh: '变更的事务由外层开启和结束：语句中的 COMMIT 会把它截断，可能只完成一半。',
  },
  on: ['end-transaction'],
  check: (statement) => at(statement, `${statement.verb} inside a change.`, `变更中包含 ${statement.verb}。`),
});
