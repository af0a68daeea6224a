import { at, defineRule } from '../../rule.ts';

export const orderByMany = defineRule({
  id: 'order-by-many',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'Each sort column makes the sorted rows wider and an index for the order less likely.',
    zh: '排序列越多，排序的数据越宽，也越难用上索引。',
  },
  parameters: { maximum: 3 },
  on: ['query'],
  check: ({ orderBy }, _, { maximum }) => {
    const [first] = orderBy;
    return (
      first &&
      orderBy.length > maximum &&
      at(first, `${orderBy.length} columns to sort by.`, `按 ${orderBy.length} 列排序。`)
    );
  },
});
