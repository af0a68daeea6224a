import { at, defineRule } from '../../rule.ts';

export const orderByPosition = defineRule({
  id: 'order-by-position',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A position in ORDER BY or GROUP BY means another column as soon as the list of columns changes.',
    zh: 'ORDER BY、GROUP BY 使用列序号时，一旦查询列调整，含义就随之改变。',
  },
  on: ['query', 'group-by'],
  check: (node) => {
    const items = node.kind === 'query' ? node.orderBy : node.items;
    return items
      .filter(({ expression }) => expression.kind === 'literal' && expression.type === 'integer')
      .map((item) => at(item, 'Name the column instead of its position.', '请写列名，不要使用列序号。'));
  },
});
