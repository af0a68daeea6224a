import { at, defineRule } from '../../rule.ts';
import { stringIn } from '../../tree/calls.ts';
import { isInFilter } from '../../tree/filters.ts';

export const listInColumn = defineRule({
  id: 'list-in-column',
  grade: 'N',
  theme: 'conditions',
  why: {
    en: 'A list with commas in a column is searched row by row and cannot be kept right: a table of its own has an index.',
    zh: '用逗号拼接的列表只能逐行匹配，也难以保证正确：应拆成单独的表并建索引。',
  },
  on: ['like'],
  check: (node, { parentOf }) => {
    const pattern = stringIn(node.pattern) ?? '';
    const parts = pattern.replaceAll('%', '');
    const isOfList =
      node.operator === 'LIKE'
        ? pattern.includes('%') && parts.length > 1 && (parts.startsWith(',') || parts.endsWith(','))
        : ['[[:<:]]', '(^|,)', '(,|$)'].some((word) => pattern.includes(word));
    return (
      isOfList && isInFilter(node, parentOf) && at(node, 'A list in a column is searched.', '正在列表型字段中查找。')
    );
  },
});
