import { type Query, type Select, walk } from '@myriad/sql';

/** The select of a query that only chooses rows: no grouping, no limit, no set; the server makes it part of what is around it. */
export function isRowsOnly(query: Query): Select | undefined {
  const { body, limit, with: clause } = query;
  if (body.kind !== 'select' || limit || clause?.recursive) return undefined;
  if (body.distinct || body.groupBy || body.having || body.qualify || body.windows.length > 0 || body.from.length === 0)
    return undefined;
  let computes = false;
  for (const item of body.items)
    walk(item, (node) => {
      if (node.kind === 'aggregate' || node.kind === 'user-variable') computes = true;
      return node.kind === 'query' ? 'skip' : undefined;
    });
  return computes ? undefined : body;
}
