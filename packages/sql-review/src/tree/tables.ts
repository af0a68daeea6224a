import type { Node, TableFactor, TableReference } from '@myriad/sql';

/** What is joined, from left to right, through joins and brackets. */
export function factorsOf(tables: readonly TableReference[]): readonly TableFactor[] {
  const [only] = tables;
  // Most statements name one table.
  if (tables.length === 1 && only && only.kind !== 'join' && only.kind !== 'table-group') return [only];
  const found: TableFactor[] = [];
  // The left side of a long chain is as deep as the chain is long.
  const waiting: TableReference[] = [...tables].reverse();
  for (let table = waiting.pop(); table !== undefined; table = waiting.pop()) {
    if (table.kind === 'join') waiting.push(table.right, table.left);
    else if (table.kind === 'table-group') waiting.push(...[...table.tables].reverse());
    else found.push(table);
  }
  return found;
}

/** How columns name it: the alias or the table's own name, in lower case. */
export function calledOf(table: TableFactor): string | undefined {
  if (table.kind === 'table-group') return undefined;
  if (table.alias) return table.alias.name.toLowerCase();
  return table.kind === 'named-table' ? table.name.name.name.toLowerCase() : undefined;
}

/** The nearest node of a kind around one. */
export function nearest(
  node: Node,
  kinds: readonly string[],
  parentOf: (node: Node) => Node | undefined,
): Node | undefined {
  for (let above = parentOf(node); above !== undefined; above = parentOf(above))
    if (kinds.includes(above.kind)) return above;
  return undefined;
}
