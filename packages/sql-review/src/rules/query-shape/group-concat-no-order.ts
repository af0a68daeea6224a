import { at, defineRule } from '../../rule.ts';

export const groupConcatNoOrder = defineRule({
  id: 'group-concat-no-order',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'GROUP_CONCAT joins values in any order, and cuts at group_concat_max_len without an error.',
    zh: 'GROUP_CONCAT 不指定 ORDER BY 时顺序不确定，超过 group_concat_max_len 会被截断。',
  },
  on: ['aggregate'],
  check: (call) =>
    call.name === 'GROUP_CONCAT' &&
    call.orderBy.length === 0 &&
    at(call, 'The order of the values is not fixed.', '拼接顺序不确定。'),
});
