import { at, defineRule } from '../../rule.ts';

export const unionDistinct = defineRule({
  id: 'union-distinct',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'UNION sorts out equal rows in a temporary table; UNION ALL does not, and is enough where the parts cannot overlap.',
    zh: 'UNION 需要用临时表去重；各部分不会重复时用 UNION ALL 即可。',
  },
  on: ['set-part'],
  check: (part) =>
    part.operator === 'UNION' &&
    part.quantifier !== 'ALL' &&
    at(part, 'UNION removes duplicates; is UNION ALL enough?', 'UNION 会去重；是否可以使用 UNION ALL？'),
});
