import { at, defineRule } from '../../rule.ts';

export const dropConstraint = defineRule({
  id: 'drop-constraint',
  grade: 'W',
  theme: 'schema-change',
  why: {
    en: 'A check or constraint that is dropped lets in what it kept out.',
    zh: '删除约束后，之前被拦截的数据将可以写入。',
  },
  on: ['drop-element'],
  check: (action) =>
    (action.what === 'CHECK' || action.what === 'CONSTRAINT') &&
    at(action, 'The constraint is dropped.', '约束将被删除。'),
});
