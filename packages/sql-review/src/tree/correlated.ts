import { type Column, type Query, type TableFactor, walk } from '@myriad/sql';
import { calledOf } from './tables.ts';

const factors: ReadonlySet<string> = new Set(['named-table', 'derived-table', 'json-table']);

/** Whether a query names a table that is not its own: one of the query around it. Columns without a table tell nothing. */
export function isCorrelated(query: Query): boolean {
  const own = new Set<string | undefined>();
  const asked: string[] = [];
  walk(query, (node) => {
    if (factors.has(node.kind)) own.add(calledOf(node as TableFactor));
    const { table } = node.kind === 'column' ? (node as Column) : {};
    if (table) asked.push(table.name.toLowerCase());
    return undefined;
  });
  return asked.some((name) => !own.has(name));
}
