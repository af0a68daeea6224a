import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { checkValues } from './check-value.ts';
import { type Catalogue, type Collection, type Column, columnName, type Step } from './collection.ts';
import type { Comparison, Expression, Literal } from './expression.ts';
import { type Resolved, resolvePath } from './resolve-path.ts';

type Condition = RawBuilder<SqlBool>;

/**
 * A filter as a condition on the rows called `alias`. Every comparison is either true or false: one with nothing there is false,
 * and `!=`, `!~`, `not in`, `not` are exactly the opposite, so `not (a = 1)` and `a != 1` find the same rows. Through a link that
 * leads to several rows a comparison holds when one of them satisfies it.
 *
 * A path over other tables becomes `exists` (towards one row, by its key) or `in (select …)` (towards many) and not a join: rows
 * never come twice, and each store may begin with whichever side is smaller.
 * @throws ProblemError FILTER_INVALID
 */
export function compileFilter(
  expression: Expression,
  collection: Collection,
  catalogue: Catalogue,
  alias: string,
): Condition {
  const names = { next: 0 };
  const compile = (part: Expression, negated: boolean): Condition => {
    if (part.kind === 'not') return compile(part.inner, !negated);
    if (part.kind === 'comparison') return compare(part, negated);
    const parts = part.parts.map((each) => compile(each, negated));
    // De Morgan: a negation goes down to the comparisons, which know how to be the opposite of themselves.
    const both = (part.kind === 'and') !== negated;
    return sql`(${sql.join(parts, both ? sql` and ` : sql` or `)})`;
  };
  const compare = (comparison: Comparison, negated: boolean): Condition => {
    const resolved = resolvePath(comparison.path, collection, catalogue);
    const values = checkValues(comparison, resolved.column);
    const { holds, opposite } = leafOf(comparison, resolved.column, values);
    return lead(alias, resolved, holds, opposite !== negated, () => `f${names.next++}`);
  };
  return compile(expression, false);
}

type Leaf = (value: RawBuilder<unknown>) => Condition;

function lead(
  alias: string,
  { steps, column }: Resolved,
  holds: Leaf,
  negated: boolean,
  newName: () => string,
): Condition {
  const [first] = steps;
  const inside = (at: string, [step, ...further]: readonly Step[]): Condition => {
    if (!step) return holds(expressionOf(column, at));
    const name = newName();
    const fixed = Object.entries(step.fixed ?? {}).map(
      ([key, value]) => sql` and ${sql.ref(`${name}.${key}`)} = ${value}`,
    );
    const target = sql.ref(`${name}.${step.target}`);
    const key = sql.ref(`${at}.${step.from}`);
    const table = sql`${sql.table(step.table)} as ${sql.ref(name)}`;
    const only = step.only ? sql` and ${step.only(name)}` : sql``;
    const rest = sql`${sql.join(fixed, sql``)}${only} and ${inside(name, further)}`;
    // By primary key there is one row at most, and looking it up is cheaper than collecting all that might be meant.
    return step.lookUp || step.target === 'id'
      ? sql`exists (select 1 from ${table} where ${target} = ${key}${rest})`
      : sql`${key} in (select ${target} from ${table} where ${target} is not null${rest})`;
  };
  const condition = inside(alias, steps);
  if (!negated) return condition;
  const mayBeNothing = first ? first.fromNullable : column.nullable;
  const anchor = first ? sql.ref(`${alias}.${first.from}`) : expressionOf(column, alias);
  return mayBeNothing ? sql`(${anchor} is null or not (${condition}))` : sql`not (${condition})`;
}

export const expressionOf = (column: Column, alias: string): RawBuilder<unknown> =>
  column.compute ? column.compute(alias) : sql.ref(`${alias}.${columnName(column)}`);

function leafOf(
  { operator }: Comparison,
  { type }: Column,
  values: readonly Literal[],
): { readonly holds: Leaf; readonly opposite: boolean } {
  const [first = null] = values;
  const opposite = operator === '!=' || operator === '!~' || operator === 'not in';
  if (type === 'json') return { holds: jsonLeaf(operator, values), opposite: opposite !== (first === null) };
  if (first === null) return { holds: (value) => sql`${value} is not null`, opposite: operator === '=' };
  if (operator === '~' || operator === '!~') return { holds: (value) => contains(value, String(first)), opposite };
  if (operator === 'in' || operator === 'not in')
    return { holds: (value) => sql`${value} in (${sql.join(values)})`, opposite };
  const sign = sql.raw(operator === '!=' ? '=' : operator);
  return { holds: (value) => sql`${value} ${sign} ${first}`, opposite };
}

/** Contains, whatever the case of A–Z. */
const contains = (value: RawBuilder<unknown>, text: string): Condition =>
  sql`lower(${value}) like ${`%${text.toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`} escape '!'`;

/** The number in a JSON text; nothing where there is another kind of value. Reads the same on all three stores. */
export const jsonNumber = (value: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql`case when substr(${value}, 1, 1) in ('-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9') then cast(${value} as double) end`;

function jsonLeaf(operator: Comparison['operator'], values: readonly Literal[]): Leaf {
  const [first = null] = values;
  // `= null` is turned round by the caller: what holds is that something stands there.
  if (first === null) return (value) => sql`${value} <> 'null'`;
  if (operator === '~' || operator === '!~')
    return (value) => contains(value, JSON.stringify(String(first)).slice(1, -1));
  const one = (value: RawBuilder<unknown>, sign: string, wanted: Literal): Condition =>
    typeof wanted === 'number'
      ? sql`${jsonNumber(value)} ${sql.raw(sign)} ${wanted}`
      : sign === '='
        ? sql`${value} = ${JSON.stringify(wanted)}`
        : // Between texts: both end with their quote, which sorts before letters and digits, so the shorter one comes first.
          sql`(substr(${value}, 1, 1) = '"' and substr(${value}, 2) ${sql.raw(sign)} ${JSON.stringify(wanted).slice(1)})`;
  const sign = operator === '!=' || operator === 'in' || operator === 'not in' ? '=' : operator;
  return (value) =>
    sql`(${sql.join(
      values.map((wanted) => one(value, sign, wanted)),
      sql` or `,
    )})`;
}
