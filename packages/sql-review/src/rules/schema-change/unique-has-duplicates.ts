import { at, defineRule } from '../../rule.ts';

export const uniqueHasDuplicates = defineRule({
  id: 'unique-has-duplicates',
  grade: 'E',
  theme: 'schema-change',
  tier: 'explain',
  why: {
    en: 'The values that are there are not unique: the index cannot be made (error 1062).',
    zh: '现有数据存在重复值，无法创建唯一索引（错误 1062）。',
  },
  on: ['alter-table', 'create-index'],
  check: (statement, { plan }) =>
    plan?.duplicates !== undefined &&
    plan.duplicates > 0 &&
    at(statement, `${plan.duplicates} rows are duplicates.`, `有 ${plan.duplicates} 行重复。`),
});
