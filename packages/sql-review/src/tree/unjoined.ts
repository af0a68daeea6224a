import { type Column, type Expression, type Query, type TableReference, walk } from '@myriad/sql';
import { rememberLast } from '../remember-last.ts';
import { columnsIn, conjuncts } from './conditions.ts';
import { calledOf, factorsOf } from './tables.ts';

/** What a statement joins: FROM of a SELECT, or the tables of a change. */
interface Joined {
  readonly tables: readonly TableReference[];
  readonly where: Expression | undefined;
}

interface JoinsOf {
  readonly conditions: readonly (Expression | undefined)[];
  /** NATURAL or USING: the columns are not told from here. */
  readonly isImplicit: boolean;
  /** CROSS JOIN: somebody wants the product. */
  readonly isCrossed: boolean;
}

function joinsOf(tables: readonly TableReference[]): JoinsOf {
  const conditions: (Expression | undefined)[] = [];
  let [isImplicit, isCrossed] = [false, false];
  const waiting = [...tables];
  for (let table = waiting.pop(); table !== undefined; table = waiting.pop()) {
    if (table.kind === 'table-group') waiting.push(...table.tables);
    if (table.kind !== 'join') continue;
    waiting.push(table.left, table.right);
    conditions.push(table.on);
    if (table.natural || table.using.length > 0) isImplicit = true;
    if (table.type === 'CROSS JOIN' && !table.on) isCrossed = true;
  }
  return { conditions, isImplicit, isCrossed };
}

/** One row at most: `(SELECT max(id) FROM t)`, `(SELECT @n := 0)`, `… LIMIT 1`. Its product with a table is the table. */
function isOneRow({ body, limit }: Query): boolean {
  if (limit?.count?.kind === 'literal' && limit.count.value === '1') return true;
  if (body.kind === 'query') return isOneRow(body);
  if (body.kind !== 'select') return body.kind === 'values-table' && body.rows.length === 1;
  if (body.from.length === 0) return true;
  return !body.groupBy && body.items.every(({ expression }) => expression.kind === 'aggregate' && !expression.over);
}

/**
 * Whether the tables fall apart into groups that no condition binds: then every row of one meets every row of the other.
 * `undefined` where that cannot be told: a column without its table may belong to any.
 */
export const unjoinedIn = ({ tables, where }: Joined): 'forgotten' | 'crossed' | undefined =>
  unjoinedLast(tables, where);

const unjoinedLast = rememberLast(findUnjoined);

function findUnjoined(tables: Joined['tables'], where: Joined['where']): 'forgotten' | 'crossed' | undefined {
  const [first] = tables;
  if (tables.length < 2 && first?.kind !== 'join' && first?.kind !== 'table-group') return undefined;
  const factors = factorsOf(tables);
  if (factors.length < 2) return undefined;
  if (factors.some(({ kind }) => kind !== 'named-table' && kind !== 'derived-table')) return undefined;
  if (factors.some((one) => one.kind === 'derived-table' && one.lateral)) return undefined;
  const joins = joinsOf(tables);
  if (joins.isImplicit) return undefined;
  const many = factors.filter((one) => one.kind !== 'derived-table' || !isOneRow(one.query)).map(calledOf);
  const group = new Map(many.flatMap((name) => (name === undefined ? [] : [[name, name] as const])));
  if (group.size !== many.length || group.size < 2) return undefined;
  for (const condition of [where, ...joins.conditions].flatMap(conjuncts))
    if (!bind(group, condition)) return undefined;
  if (new Set(group.values()).size < 2) return undefined;
  return joins.isCrossed ? 'crossed' : 'forgotten';
}

/** False for a condition nobody knows the tables of. */
function bind(group: Map<string, string>, condition: Expression): boolean {
  const tables = columnsIn(condition).map(({ table }) => table?.name.toLowerCase());
  if (tables.length > 1 && tables.includes(undefined)) return false;
  for (const table of tables) unite(group, tables[0] ?? '', table ?? '');
  const [first, ...others] = [...askedInside(condition)].filter((table) => group.has(table));
  for (const table of others) unite(group, first ?? '', table);
  return true;
}

/** Tables that the condition and its subqueries name: what refers to both of two tables binds them. */
function askedInside(condition: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  if (condition.kind === 'binary' && condition.left.kind === 'column' && condition.right.kind === 'column')
    return found;
  walk(condition, (node) => {
    if (node.kind === 'column' && 'table' in node && node.table)
      found.add((node as Column).table?.name.toLowerCase() ?? '');
    return undefined;
  });
  return found;
}

function unite(group: Map<string, string>, a: string, b: string): void {
  const [to, from] = [group.get(a), group.get(b)];
  if (to === undefined || from === undefined || to === from) return;
  for (const [name, one] of group) if (one === from) group.set(name, to);
}
