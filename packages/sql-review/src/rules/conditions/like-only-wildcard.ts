import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';

export const likeOnlyWildcard = defineRule({
  id: 'like-only-wildcard',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: "LIKE '%' lets through everything that is not NULL.",
    zh: "LIKE '%' 会匹配所有非 NULL 的行。",
  },
  on: ['like'],
  check: ({ operator, pattern }) => {
    const text = stringIn(pattern);
    return (
      operator === 'LIKE' &&
      text !== undefined &&
      text.length > 0 &&
      [...text].every((sign) => sign === '%') &&
      at(pattern, 'Everything matches.', '匹配所有值。')
    );
  },
});
