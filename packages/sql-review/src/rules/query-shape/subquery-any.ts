import { at, defineRule } from '../../rule.ts';

const nested: ReadonlySet<string> = new Set(['subquery', 'in-query', 'exists', 'quantified', 'derived-table']);

export const subqueryAny = defineRule({
  id: 'subquery-any',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'Where queries are kept flat, a subquery is written as a join.',
    zh: '要求查询保持扁平时，子查询应改写为连接。',
  },
  on: ['query'],
  check: (query, { statement, parentOf }) => {
    const above = parentOf(query);
    return (
      query !== statement && above !== undefined && nested.has(above.kind) && at(query, 'A subquery.', '使用了子查询。')
    );
  },
});
