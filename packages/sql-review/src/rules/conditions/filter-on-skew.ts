import { at, defineRule } from '../../rule.ts';
import { bare } from '../../tree/conditions.ts';

export const filterOnSkew = defineRule({
  id: 'filter-on-skew',
  grade: 'N',
  theme: 'conditions',
  tier: 'statistics',
  why: {
    en: 'The value looked for may be the one that most rows have: then the index is no help.',
    zh: '该列数据严重倾斜，查询高频值时索引没有帮助。',
  },
  parameters: { percent: 50 },
  on: ['binary'],
  check: (node, { statisticsOf, names }, { percent }) => {
    const column = [node.left, node.right].map(bare).find(({ kind }) => kind === 'column');
    if (node.operator !== '=' || column?.kind !== 'column') return undefined;
    const [origin, more] = names().columns.find((one) => one.column === column)?.origins ?? [];
    if (!origin || more) return undefined;
    const statistics = statisticsOf({ schema: origin.schema, name: origin.table });
    const share = statistics?.columns?.[origin.column.toLowerCase()]?.topShare ?? 0;
    return (
      share * 100 > percent &&
      at(
        node,
        `One value is in ${Math.round(share * 100)} % of the rows.`,
        `有一个值占 ${Math.round(share * 100)}% 的行。`,
      )
    );
  },
});
