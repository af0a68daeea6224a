import type { Node } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

/** EXISTS looks at no column. */
function isOfExists(item: Node, parentOf: (node: Node) => Node | undefined): boolean {
  let above = parentOf(item);
  // Through brackets, and the parts of a UNION.
  while (above && ['select', 'query', 'set-part', 'set-operation'].includes(above.kind)) above = parentOf(above);
  return above?.kind === 'exists';
}

export const selectStar = defineRule({
  id: 'select-star',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'With * the result changes with the table, reads columns nobody needs and cannot be answered from an index alone.',
    zh: '使用 * 时结果会随表结构变化，读取不需要的列，也无法仅靠索引返回。',
  },
  on: ['select-item'],
  check: (item, { parentOf }) =>
    item.expression.kind === 'star' &&
    !isOfExists(item, parentOf) &&
    at(item.expression, 'Name the columns instead of *.', '请写明需要的列，不要使用 *。'),
});
