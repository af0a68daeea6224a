import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Collection, Column, Step } from './collection.ts';
import { expressionOf, jsonNumber } from './compile-filter.ts';
import type { SortKey } from './read-names.ts';
import type { Resolved } from './resolve-path.ts';

export type Scalar = string | number;

export interface Ask {
  readonly collection: Collection;
  readonly where?: RawBuilder<SqlBool> | undefined;
  readonly fields: readonly Resolved[];
  readonly sort: readonly SortKey[];
  /** Values of the sort keys, then of the primary key, of the last row already seen. */
  readonly after?: readonly Scalar[] | undefined;
  readonly limit: number;
  /** By the primary key from its end; a first sort key decides otherwise. */
  readonly newestFirst?: boolean;
  /** No row after this one: as `after`, with the row itself. */
  readonly until?: readonly Scalar[] | undefined;
}

/** The alias of the rows a filter is compiled for. */
export const rowAlias = 'r';

/**
 * One statement a page: inside, which rows and in what order, by keys alone; around it, their values, over joins that find one row
 * by its key each. So only the rows of the page are ever joined. Order is total (the primary key comes last), so a page begins
 * exactly where the one before ended, whatever was added or removed in between.
 */
export function rowsQuery(ask: Ask): RawBuilder<Record<string, unknown>> {
  const { collection, where, fields, sort, after, limit, until } = ask;
  const orders = ordersOf(ask);
  const conditions = [
    where,
    after && beyond(orders, after),
    until && sql<SqlBool>`not ${beyond(orders, until)}`,
  ].filter((part) => part !== undefined);
  const inner = sql`select ${list(orders.map(({ value }, at) => sql`${value} as ${sql.ref(`o${at}`)}`))}
    from ${sql.table(collection.table)} as ${sql.ref(rowAlias)}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    order by ${list(orders.map(({ value, descending }) => directed(value, descending)))} limit ${sql.lit(limit)}`;
  const joins = createJoins('t');
  const values = fields.map(({ steps, column }, at) => sql`${joins.valueOf(steps, column)} as ${sql.ref(`v${at}`)}`);
  const outputs = [...orders.map((_, at) => sql`${sql.ref(`page.o${at}`)}`), ...values];
  const onKey = collection.key.map(
    (name, at) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`page.o${sort.length + at}`)}`,
  );
  return sql`select ${list(outputs)} from (${inner}) as page
    join ${sql.table(collection.table)} as t on ${sql.join(onKey, sql` and `)} ${joins.text()}
    order by ${list(orders.map(({ descending }, at) => directed(sql.ref(`page.o${at}`), descending)))}`;
}

interface Order {
  readonly value: RawBuilder<unknown>;
  readonly descending: boolean;
}

const ordersOf = ({
  collection,
  sort,
  newestFirst = false,
}: Pick<Ask, 'collection' | 'sort' | 'newestFirst'>): Order[] => {
  const descending = sort[0]?.descending ?? newestFirst;
  const keys = collection.key.map((name) => ({ value: sql.ref(`${rowAlias}.${name}`), descending }));
  return [...sort.map((key) => ({ value: sortValue(key), descending: key.descending })), ...keys];
};

/** The primary key of the row that stands `skip` rows after the place: how far a search goes before it asks for patience. */
export function boundaryQuery({ skip, ...ask }: Omit<Ask, 'fields' | 'limit'> & { readonly skip: number }) {
  const orders = ordersOf(ask);
  const conditions = [ask.where, ask.after && beyond(orders, ask.after)].filter((part) => part !== undefined);
  return sql<
    Record<string, unknown>
  >`select ${list(orders.map(({ value }, at) => sql`${value} as ${sql.ref(`o${at}`)}`))}
    from ${sql.table(ask.collection.table)} as ${sql.ref(rowAlias)}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    order by ${list(orders.map(({ value, descending }) => directed(value, descending)))} limit 1 offset ${sql.lit(skip)}`;
}

export const countQuery = ({ collection, where }: Pick<Ask, 'collection' | 'where'>): RawBuilder<{ n: number }> =>
  sql`select count(*) as n from ${sql.table(collection.table)} as ${sql.ref(rowAlias)}${where ? sql` where ${where}` : sql``}`;

const list = (parts: readonly RawBuilder<unknown>[]) => sql.join([...parts]);
const directed = (value: RawBuilder<unknown>, descending: boolean) => (descending ? sql`${value} desc` : value);

/** Nothing sorts as the smallest value, on every store and in the comparison with a cursor too. */
function sortValue({ resolved: { steps, column } }: SortKey): RawBuilder<unknown> {
  const isNumber = column.type !== 'text' && column.type !== 'date';
  const plain = (alias: string) => {
    const value = expressionOf(column, alias);
    return column.type === 'json' ? jsonNumber(value) : value;
  };
  if (steps.length === 0 && !column.nullable) return plain(rowAlias);
  const found = steps.length === 0 ? plain(rowAlias) : scalar(steps, plain);
  return sql`coalesce(${found}, ${isNumber ? sql.lit(-Number.MAX_SAFE_INTEGER) : sql.lit('')})`;
}

/** The value at the end of steps that lead to one row each. */
function scalar(steps: readonly Step[], output: (alias: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  const [first] = steps;
  let key: RawBuilder<unknown> = sql.ref(`${rowAlias}.${first?.from}`);
  steps.forEach((step, at) => {
    const alias = `s${at}`;
    const next = steps[at + 1];
    const value = next ? sql.ref(`${alias}.${next.from}`) : output(alias);
    key = sql`(select ${value} from ${sql.table(step.table)} as ${sql.ref(alias)} where ${matches(step, alias, key)})`;
  });
  return key;
}

const matches = ({ target, fixed = {}, only }: Step, alias: string, key: RawBuilder<unknown>) =>
  sql.join(
    [
      sql`${sql.ref(`${alias}.${target}`)} = ${key}`,
      ...Object.entries(fixed).map(([name, value]) => sql`${sql.ref(`${alias}.${name}`)} = ${value}`),
      ...(only ? [only(alias)] : []),
    ],
    sql` and `,
  );

/** Rows after these values in this order: (a > x) or (a = x and b > y) …, with a bound on `a` alone, which an index can use. */
function beyond(orders: readonly Order[], after: readonly Scalar[]): RawBuilder<SqlBool> {
  const [first] = orders;
  const ways = orders.map(
    ({ value, descending }, at) =>
      sql`(${sql.join(
        [
          ...orders.slice(0, at).map((order, before) => sql`${order.value} = ${after[before]}`),
          sql`${value} ${sql.raw(descending ? '<' : '>')} ${after[at]}`,
        ],
        sql` and `,
      )})`,
  );
  return sql`(${first?.value} ${sql.raw(first?.descending ? '<=' : '>=')} ${after[0]} and (${sql.join(ways, sql` or `)}))`;
}

/** Left joins, one for each way however many values lie at its end. */
function createJoins(root: string) {
  const known = new Map<string, string>();
  const joins: RawBuilder<unknown>[] = [];
  const aliasOf = (steps: readonly Step[]): string => {
    const last = steps.at(-1);
    if (!last) return root;
    const way = JSON.stringify(steps);
    const there = known.get(way);
    if (there) return there;
    const before = aliasOf(steps.slice(0, -1));
    const alias = `j${known.size}`;
    known.set(way, alias);
    joins.push(
      sql`left join ${sql.table(last.table)} as ${sql.ref(alias)} on ${matches(last, alias, sql.ref(`${before}.${last.from}`))}`,
    );
    return alias;
  };
  return {
    valueOf: (steps: readonly Step[], column: Column) => expressionOf(column, aliasOf(steps)),
    text: () => (joins.length > 0 ? sql.join(joins, sql` `) : sql``),
  };
}
