import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const likeNoWildcard = defineRule({
  id: 'like-no-wildcard',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'LIKE without a wildcard is a comparison: say =, unless trailing spaces must count.',
    zh: '不含通配符的 LIKE 就是等值比较：请使用 =，除非需要区分尾部空格。',
  },
  on: ['like'],
  check: ({ operator, pattern, escape: escaped }) => {
    const inner = bare(pattern);
    const isPlain =
      inner.kind === 'literal' &&
      inner.type === 'string' &&
      !['%', '_', '\\'].some((sign) => inner.value.includes(sign));
    return (
      operator === 'LIKE' &&
      isPlain &&
      !escaped &&
      at(pattern, 'The pattern has no wildcard.', '匹配模式中没有通配符。')
    );
  },
});
