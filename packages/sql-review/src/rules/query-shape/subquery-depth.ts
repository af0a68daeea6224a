import { at, defineRule } from '../../rule.ts';

export const subqueryDepth = defineRule({
  id: 'subquery-depth',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Queries nested this deep are read by nobody, and the optimizer may keep each level apart.',
    zh: '嵌套过深的查询难以理解，优化器也可能逐层物化。',
  },
  parameters: { maximum: 4 },
  on: ['query'],
  check: (query, { nodes, parentOf }, { maximum }) => {
    if (nodes('query').length <= maximum) return undefined;
    let depth = 0;
    for (let above = parentOf(query); above; above = parentOf(above)) if (above.kind === 'query') depth += 1;
    return (
      depth === maximum && at(query, `More than ${maximum} queries inside each other.`, `查询嵌套超过 ${maximum} 层。`)
    );
  },
});
