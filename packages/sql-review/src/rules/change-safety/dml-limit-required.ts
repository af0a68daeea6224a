import { at, defineRule } from '../../rule.ts';

export const dmlLimitRequired = defineRule({
  id: 'dml-limit-required',
  grade: 'W',
  off: true,
  theme: 'change-safety',
  why: {
    en: 'Where large changes are done in chunks, each chunk says how many rows it may take.',
    zh: '在要求分批变更的环境中，每一批都应写明最多影响多少行。',
  },
  on: ['update', 'delete'],
  check: (change) =>
    !change.limit &&
    change.tables.length === 1 &&
    change.tables[0]?.kind === 'named-table' &&
    at(change, 'The change has no LIMIT.', '变更语句没有 LIMIT。'),
});
