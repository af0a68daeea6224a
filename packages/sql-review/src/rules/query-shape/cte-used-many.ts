import type { Query, QueryBody } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const cteUsedMany = defineRule({
  id: 'cte-used-many',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'A common table that is grouped, sorted out or limited is written to a temporary table without an index; each further use reads it as a whole.',
    zh: '带分组、去重或 LIMIT 的 CTE 会写入没有索引的临时表，每多引用一次就要完整读取一次。',
  },
  parameters: { uses: 1 },
  on: ['common-table'],
  check: ({ name, query }, { nodes }, { uses }) => {
    if (!isMaterialised(query)) return undefined;
    const found = nodes('named-table').filter(
      (table) =>
        !table.name.schema &&
        isSame(table.name.name.name, name.name) &&
        // A recursive one names itself.
        (table.start < query.start || table.end > query.end),
    );
    return (
      found.length > uses &&
      at(
        name,
        `It is read ${found.length} times: a temporary table with an index may serve better.`,
        `被引用 ${found.length} 次：可考虑使用带索引的临时表。`,
      )
    );
  },
});

/** Cannot be merged into the query around it. */
function isMaterialised({ body, limit }: Query): boolean {
  if (limit) return true;
  return isGrouped(body);
}

function isGrouped(body: QueryBody): boolean {
  if (body.kind === 'query') return isMaterialised(body);
  if (body.kind === 'set-operation') return true;
  return (
    body.kind === 'select' &&
    (body.distinct ||
      body.groupBy !== undefined ||
      body.items.some(({ expression }) => expression.kind === 'aggregate'))
  );
}
