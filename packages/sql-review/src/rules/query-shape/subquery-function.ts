import { at, defineRule } from '../../rule.ts';
import { columnsIn } from '../../tree/conditions.ts';
import { nearest } from '../../tree/tables.ts';

export const subqueryFunction = defineRule({
  id: 'subquery-function',
  grade: 'N',
  off: true,
  theme: 'query-shape',
  why: {
    en: 'A function inside a subquery is called for each row the subquery looks at.',
    zh: '子查询中的函数会对其扫描的每一行调用。',
  },
  on: ['call', 'special-call'],
  check: (call, { parentOf, nodes, statement }) =>
    nodes('query').length > (statement.kind === 'query' ? 1 : 0) &&
    columnsIn(call).length > 0 &&
    nearest(call, ['subquery', 'in-query', 'exists', 'quantified', 'derived-table'], parentOf) !== undefined &&
    at(call, `${call.name}() in a subquery.`, `子查询中使用了 ${call.name}()。`),
});
