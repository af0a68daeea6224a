import { at, defineRule } from '../../rule.ts';
import { isUniqueIndex } from '../../schema/table.ts';

export const distinctStar = defineRule({
  id: 'distinct-star',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'DISTINCT over all columns compares whole rows, and a table with a primary key has no equal ones.',
    zh: '对所有列去重需要比较整行，而有主键的表不会有重复行。',
  },
  on: ['select'],
  check: ({ distinct, items, from }, { schema }) => {
    const [item] = items;
    return (
      distinct &&
      items.length === 1 &&
      item?.expression.kind === 'star' &&
      from.length === 1 &&
      from[0]?.kind === 'named-table' &&
      // Without a key there may be equal rows.
      schema.tableOf(from[0].name)?.indexes.some(isUniqueIndex) !== false &&
      at(item, 'DISTINCT * compares whole rows.', 'DISTINCT * 会比较整行。')
    );
  },
});
