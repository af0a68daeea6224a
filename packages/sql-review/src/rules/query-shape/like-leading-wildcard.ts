import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const likeLeadingWildcard = defineRule({
  id: 'like-leading-wildcard',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'A pattern that begins with % or _ cannot use the order of an index: every row is read.',
    zh: '以 % 或 _ 开头的模式无法利用索引的有序性，会读取每一行。',
  },
  on: ['like'],
  check: ({ operator, pattern }) => {
    const inner = bare(pattern);
    const leads = inner.kind === 'literal' && (inner.value.startsWith('%') || inner.value.startsWith('_'));
    return operator === 'LIKE' && leads && at(pattern, 'The pattern begins with a wildcard.', '匹配模式以通配符开头。');
  },
});
