import { at, defineRule } from '../../rule.ts';

export const ddlAlgorithmRequired = defineRule({
  id: 'ddl-algorithm-required',
  grade: 'N',
  off: true,
  theme: 'schema-change',
  why: {
    en: 'With ALGORITHM= the server refuses what would be dearer than expected.',
    zh: '写明 ALGORITHM= 后，代价超出预期的变更会被拒绝。',
  },
  on: ['alter-table'],
  check: ({ actions, name }) =>
    !actions.some((action) => action.kind === 'setting' && action.name === 'ALGORITHM') &&
    at(name, 'ALGORITHM= is missing.', '缺少 ALGORITHM=。'),
});
