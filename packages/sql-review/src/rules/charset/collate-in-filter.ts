import type { Binary } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { bare, isComparison } from '../../tree/conditions.ts';

export const collateInFilter = defineRule({
  id: 'collate-in-filter',
  grade: 'W',
  theme: 'charset',
  why: {
    en: 'COLLATE around a column in a comparison keeps its index from being used.',
    zh: '比较时对列使用 COLLATE 会导致索引失效。',
  },
  on: ['binary'],
  check: (node, { parentOf }) => {
    const above = parentOf(node);
    const isCompared = above?.kind === 'binary' && isComparison((above as Binary).operator);
    return (
      node.operator === 'COLLATE' &&
      bare(node.left).kind === 'column' &&
      isCompared &&
      at(node, 'Its index is not used under another collation.', '使用其他排序规则时无法使用索引。')
    );
  },
});
