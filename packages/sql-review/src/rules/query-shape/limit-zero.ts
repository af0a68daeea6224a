import { at, defineRule } from '../../rule.ts';
import { numberIn } from '../../tree/calls.ts';

export const limitZero = defineRule({
  id: 'limit-zero',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'LIMIT 0 gives no rows: it was useful for its columns alone.',
    zh: 'LIMIT 0 不返回任何行，只能用来获取列信息。',
  },
  on: ['query'],
  check: ({ limit }) => limit && numberIn(limit.count) === 0 && at(limit, 'No row will come.', '不会返回任何行。'),
});
