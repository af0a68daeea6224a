import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const cteUnused = defineRule({
  id: 'cte-unused',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A common table that nobody reads is left over from an earlier version of the query.',
    zh: '没有被引用的 CTE 多半是旧版本查询的残留。',
  },
  on: ['common-table'],
  check: ({ name }, { nodes }) =>
    !nodes('named-table').some((table) => !table.name.schema && isSame(table.name.name.name, name.name)) &&
    !nodes('table-query').some((table) => isSame(table.name.name.name, name.name)) &&
    at(name, 'Nothing reads this common table.', '该 CTE 没有被引用。'),
});
