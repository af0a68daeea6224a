import {
  childrenOf,
  type Dialect,
  type Node,
  parseStatement,
  type QualifiedName,
  type Statement,
  splitScript,
} from '@myriad/sql';
import { tablesChangedBy, tablesNeededBy } from '../schema/needed-tables.ts';

/** A table the script names; without a schema: of the session's own. */
export interface NeededTable {
  readonly schema: string | undefined;
  readonly name: string;
}

/** A statement whose plan is asked for. */
export interface NeededPlan {
  /** As the script has it. */
  readonly sql: string;
  /** What is explained: the statement itself, or the query that finds the rows it changes, which needs no right to write. */
  readonly explained: string;
  /** Counts the rows it changes, where that is safe to run. */
  readonly count: string | undefined;
}

/** What a server must be asked before a script is reviewed. */
export interface NeededFacts {
  readonly tables: readonly NeededTable[];
  /** Those of them whose definition the script changes: it waits for everybody who holds one. */
  readonly changed: readonly NeededTable[];
  readonly plans: readonly NeededPlan[];
}

const mostTables = 500;
const mostPlans = 200;

/**
 * Tables by name, and the queries and changes that stand before the first statement which changes something a plan rests
 * on: what a script makes itself no server can explain yet. Throws for nothing that stands in the text.
 */
export function factsNeeded(text: string, dialect: Dialect): NeededFacts {
  const tables = new Map<string, NeededTable>();
  const changed = new Map<string, NeededTable>();
  const plans = new Map<string, NeededPlan>();
  let isAsBefore = true;
  for (const part of splitScript(text, dialect)) {
    const { statement } = parseStatement(text, dialect, part.from, part.end);
    if (statement.kind === 'unknown') continue;
    const add = (to: Map<string, NeededTable>) => (name: QualifiedName) => {
      if (to.size < mostTables) to.set(keyOf(name), { schema: name.schema?.name, name: name.name.name });
    };
    namesIn(statement).forEach(add(tables));
    tablesChangedBy(statement).forEach(add(changed));
    isAsBefore &&= leavesPlans.has(statement.kind);
    const sql = text.slice(part.start, part.end);
    const explained = isAsBefore && plans.size < mostPlans ? explainedOf(text, statement) : undefined;
    if (explained !== undefined) plans.set(sql, { sql, explained, count: countOf(text, statement) });
  }
  const known = [...changed].filter(([key]) => tables.has(key)).map(([, table]) => table);
  return { tables: [...tables.values()], changed: known, plans: [...plans.values()] };
}

const keyOf = ({ schema, name }: QualifiedName): string => `${schema?.name ?? ''}.${name.name}`.toLowerCase();

const leavesPlans = new Set([
  ...['query', 'insert', 'update', 'delete', 'show', 'explain', 'describe'],
  ...['start-transaction', 'end-transaction', 'savepoint', 'set-names'],
]);

function namesIn(statement: Statement): readonly QualifiedName[] {
  const names = [...tablesNeededBy(statement), ...tablesChangedBy(statement)];
  if (statement.kind === 'insert') names.push(statement.table);
  for (const node of below(statement))
    if (node.kind === 'named-table' && 'name' in node) names.push(node.name as QualifiedName);
  return names;
}

function* below(root: Node): Generator<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    for (const child of childrenOf(node)) waiting.push(child);
  }
}

/** What writes a file, takes locks, or stands on values that are not there is left out. */
function explainedOf(text: string, statement: Statement): string | undefined {
  for (const { kind } of below(statement)) if (unexplained.has(kind)) return undefined;
  const from = ({ start, end }: Node) => text.slice(start, end);
  if (statement.kind === 'query') return from(statement);
  if (statement.kind === 'insert') return statement.query && from(statement.query);
  if (statement.kind !== 'update' && statement.kind !== 'delete') return undefined;
  const [first] = statement.tables;
  const last = statement.tables.at(-1);
  if (!first || !last || statement.with) return undefined;
  const { where, orderBy, limit } = statement;
  const order = orderBy.map(from).join(', ');
  return [
    `SELECT * FROM ${text.slice(first.start, last.end)}`,
    where && `WHERE ${from(where)}`,
    order && `ORDER BY ${order}`,
    limit && from(limit),
  ]
    .filter(Boolean)
    .join(' ');
}

const unexplained = new Set(['into', 'parameter', 'user-variable', 'lock', 'portion']);

/** One table, and a condition of columns, literals and operators only: nothing in it runs somebody's code. */
function countOf(text: string, statement: Statement): string | undefined {
  if (statement.kind !== 'update' && statement.kind !== 'delete') return undefined;
  const [table, ...others] = statement.tables;
  if (table?.kind !== 'named-table' || others.length > 0 || statement.limit || statement.with) return undefined;
  if (statement.kind === 'delete' && statement.form !== 'single') return undefined;
  const { where } = statement;
  if (where) for (const { kind } of below(where)) if (!plain.has(kind)) return undefined;
  const condition = where ? ` WHERE ${text.slice(where.start, where.end)}` : '';
  return `SELECT COUNT(*) AS counted FROM ${text.slice(table.start, table.end)}${condition}`;
}

const plain = new Set([
  ...['identifier', 'literal', 'column', 'unary', 'binary', 'logical', 'between', 'in-list', 'like', 'is'],
  ...['parenthesised', 'row', 'interval'],
]);
