import { at, defineRule } from '../../rule.ts';

export const selectInChange = defineRule({
  id: 'select-in-change',
  grade: 'W',
  // Many a text that is reviewed is no change but what an application asks: only a policy knows.
  off: true,
  theme: 'transactions',
  why: {
    en: 'A script of changes is run, not read: what a SELECT in it gives nobody sees.',
    zh: '变更脚本中的 SELECT 结果没有人查看。',
  },
  on: ['query'],
  check: (query, { statement, history }) =>
    query === statement &&
    !query.into &&
    (history.hasChanges || history.hasDefinitions) &&
    at(query, 'A SELECT among changes.', '变更脚本中包含 SELECT。'),
});
