import { variableOf } from '../../facts/instance.ts';
import { at, defineRule } from '../../rule.ts';

export const inListDiveLimit = defineRule({
  id: 'in-list-dive-limit',
  grade: 'N',
  theme: 'conditions',
  tier: 'instance',
  why: {
    en: 'With as many values as eq_range_index_dive_limit the optimizer stops looking and guesses: the plan may change.',
    zh: '值的数量达到 eq_range_index_dive_limit 后，优化器改用估算，计划可能改变。',
  },
  on: ['in-list'],
  check: (list, { facts }) => {
    const limit = Number(variableOf(facts.instance, 'eq_range_index_dive_limit') ?? 0);
    return (
      limit > 0 &&
      list.items.length >= limit &&
      at(
        list,
        `${list.items.length} values; index dives end at ${limit}.`,
        `共 ${list.items.length} 个值，索引下潜上限为 ${limit}。`,
      )
    );
  },
});
