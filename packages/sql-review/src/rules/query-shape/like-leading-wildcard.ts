import type { Expression } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isCallOf, stringIn } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';
import { isInFilter } from '../../tree/filters.ts';

/** What a pattern begins with, as far as the text tells: CONCAT('%', ?) begins with its first part. */
function beginningOf(pattern: Expression): string | undefined {
  const inner = bare(pattern);
  if (!isCallOf(inner, 'CONCAT')) return stringIn(inner);
  const [first] = inner.args;
  return first && beginningOf(first);
}

export const likeLeadingWildcard = defineRule({
  id: 'like-leading-wildcard',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'A pattern that begins with % or _ cannot use the order of an index: every row is read.',
    zh: '以 % 或 _ 开头的模式无法利用索引的有序性，会读取每一行。',
  },
  on: ['like'],
  check: (like, { parentOf }) => {
    const { operator, pattern } = like;
    if (operator !== 'LIKE' || !isInFilter(like, parentOf)) return undefined;
    const beginning = beginningOf(pattern) ?? '';
    return (
      (beginning.startsWith('%') || beginning.startsWith('_')) &&
      at(pattern, 'The pattern begins with a wildcard.', '匹配模式以通配符开头。')
    );
  },
});
