import { at, defineRule } from '../../rule.ts';

export const inListLong = defineRule({
  id: 'in-list-long',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Above eq_range_index_dive_limit (200) the optimizer guesses from statistics, and the list itself costs time to read and to plan.',
    zh: '超过 eq_range_index_dive_limit（默认 200）后优化器只能依靠统计信息估算，解析和优化本身也更慢。',
  },
  parameters: { maximum: 200 },
  on: ['in-list'],
  check: (list, _, { maximum }) =>
    list.items.length > maximum &&
    at(list, `${list.items.length} values in one IN list.`, `IN 列表包含 ${list.items.length} 个值。`),
});
