import type { Flavour } from '@myriad/sql';

/** Numbers in [0, 1). */
export type Random = () => number;

/** Every table and view has the columns id, k and doc, so that anything may stand anywhere. */
const columns = '(id INT PRIMARY KEY, k INT, doc JSON, KEY k (k))';

/** Two schemas; `shop` is the session's own. A common table may be called as a stored one. */
export const schemaScript: readonly string[] = [
  'CREATE DATABASE shop',
  'CREATE DATABASE other',
  ...['shop.orders', 'shop.items', 'shop.people', 'shop.cities', 'other.orders', 'other.log'].map(
    (name) => `CREATE TABLE ${name} ${columns}`,
  ),
  ...['shop.orders', 'shop.items', 'shop.people', 'shop.cities', 'other.orders', 'other.log'].map(
    (name) => `INSERT INTO ${name} VALUES (1, 1, '[1]'), (2, 1, '[2]'), (3, 2, NULL), (4, 3, '[1, 2]')`,
  ),
  'CREATE VIEW shop.plain_view AS SELECT id, k, doc FROM shop.cities WHERE k > 0',
  'CREATE VIEW shop.join_view AS SELECT o.id, o.k, p.doc FROM shop.orders o JOIN shop.people AS p ON p.id = o.k',
  'CREATE VIEW shop.nested_view (id, k, doc) AS SELECT v.id, i.k, v.doc FROM shop.join_view v LEFT JOIN shop.items i USING (id)',
  'CREATE VIEW shop.looking_view AS SELECT id, k, doc FROM shop.items WHERE id IN (SELECT k FROM other.log)',
  'CREATE VIEW shop.sum_view AS SELECT k AS id, COUNT(*) AS k, MAX(doc) AS doc FROM other.orders GROUP BY k',
  'CREATE VIEW shop.both_view AS SELECT id, k, doc FROM shop.people UNION ALL SELECT id, k, doc FROM other.log',
];

const tables = ['orders', 'items', 'people', 'cities', 'other.orders', 'other.log', '`items`', 'shop.people'];
const views = ['plain_view', 'join_view', 'nested_view', 'looking_view', 'sum_view', 'both_view', 'shop.plain_view'];
const writable = [...tables, ...tables, 'plain_view', 'looking_view'];

interface Maker {
  readonly flavour: Flavour;
  readonly random: Random;
  /** How deep queries may still stand in each other. */
  readonly depth: number;
  /** Common tables in reach. */
  readonly common: readonly string[];
  readonly next: () => string;
}

const pick = <T>(items: readonly T[], { random }: Pick<Maker, 'random'>): T =>
  items[Math.floor(random() * items.length)] as T;
const chance = ({ random }: Pick<Maker, 'random'>, share: number): boolean => random() < share;
const deeper = (maker: Maker): Maker => ({ ...maker, depth: maker.depth - 1 });

/** Queries and changes whose tables a server can be asked for; some of them it refuses. */
export function* makeStatements(flavour: Flavour, random: Random): Generator<string, void> {
  for (;;) {
    let count = 0;
    const next = () => {
      count += 1;
      return `x${count}`;
    };
    const maker: Maker = { flavour, random, depth: 3, common: [], next };
    yield pick(kinds, maker)(maker);
  }
}

const kinds: readonly ((maker: Maker) => string)[] = [
  query, query, query, query, query, insert, insert, update, update, remove, remove, updateMany, updateMany, removeMany, removeMany,
  (maker) => withCommon(maker, maker.flavour === 'mysql' ? pick([update, remove, updateMany, select], maker) : select),
]; // biome-ignore format: a list

function query(maker: Maker): string {
  const { depth } = maker;
  if (depth > 1 && chance(maker, 0.2)) return withCommon(maker, select);
  if (depth > 0 && chance(maker, 0.15))
    return `(${select(deeper(maker))}) ${pick(['UNION', 'UNION ALL', 'INTERSECT', 'EXCEPT'], maker)} (${select(deeper(maker))})`;
  return select(maker);
}

function select(maker: Maker): string {
  if (maker.flavour === 'mysql' && chance(maker, 0.03)) return `TABLE ${pick(tables, maker)}`;
  const [from, names] = fromClause(maker);
  const [first = ''] = names;
  const value = chance(maker, 0.2) ? `${scalar(maker, names)} AS k` : `${pick(names, maker)}.k AS k`;
  const tail = [chance(maker, 0.15) ? ` ORDER BY ${first}.id` : '', chance(maker, 0.1) ? ' LIMIT 3' : ''].join('');
  return `SELECT ${first}.id AS id, ${value}, ${first}.doc AS doc FROM ${from}${where(maker, names)}${tail}`;
}

/** The text behind FROM, and what its relations are called. */
function fromClause(maker: Maker): readonly [string, readonly string[]] {
  const count = 1 + Math.floor(maker.random() * 3);
  const [first, name] = factor(maker, []);
  let text = first;
  const names = [name];
  for (let at = 1; at < count; at += 1) {
    const [more, called] = factor(maker, names);
    const link = pick(['JOIN', 'LEFT JOIN', 'CROSS JOIN'], maker);
    const on = link === 'CROSS JOIN' ? '' : ` ON ${called}.id = ${pick(names, maker)}.k`;
    text += ` ${link} ${more}${on}`;
    names.push(called);
  }
  return [text, names];
}

function factor(maker: Maker, before: readonly string[]): readonly [string, string] {
  const called = maker.next();
  const { depth, common, flavour } = maker;
  if (common.length > 0 && chance(maker, 0.4)) return [`${pick(common, maker)} AS ${called}`, called];
  if (depth > 0 && chance(maker, 0.2)) return [`(${query(deeper(maker))}) AS ${called}`, called];
  if (flavour === 'mysql' && depth > 0 && before.length > 0 && chance(maker, 0.15)) {
    const [from, names] = fromClause(deeper(maker));
    const [first = ''] = names;
    const inner = `SELECT ${first}.id, ${pick(before, maker)}.k, ${first}.doc FROM ${from} WHERE ${first}.k = ${pick(before, maker)}.id`;
    return [`LATERAL (${inner}) AS ${called}`, called];
  }
  if (before.length > 0 && chance(maker, 0.12)) {
    const parts = "COLUMNS (id FOR ORDINALITY, k INT PATH '$', doc JSON PATH '$')";
    return [`JSON_TABLE(${pick(before, maker)}.doc, '$[*]' ${parts}) AS ${called}`, called];
  }
  if (flavour === 'mysql' && chance(maker, 0.04))
    return [`(VALUES ROW(1, 2, NULL), ROW(2, 3, NULL)) AS ${called} (id, k, doc)`, called];
  return [`${pick(chance(maker, 0.3) ? views : tables, maker)} AS ${called}`, called];
}

function where(maker: Maker, names: readonly string[]): string {
  if (chance(maker, 0.3)) return '';
  const own = `${pick(names, maker)}.${pick(['id', 'k'], maker)}`;
  if (maker.depth <= 0 || chance(maker, 0.4)) return ` WHERE ${own} ${pick(['> 1', '= 2', 'BETWEEN 1 AND 3'], maker)}`;
  const inner = deeper(maker);
  if (chance(maker, 0.1)) return ` WHERE ${own} = 1 AND 1 = 0`;
  if (chance(maker, 0.5))
    return ` WHERE ${own} ${pick(['IN', 'NOT IN'], maker)} (SELECT z.id FROM (${query(inner)}) AS z)`;
  const [from, [first = '']] = fromClause(inner);
  return ` WHERE ${pick(['EXISTS', 'NOT EXISTS'], maker)} (SELECT 1 FROM ${from} WHERE ${first}.id = ${own})`;
}

function scalar(maker: Maker, names: readonly string[]): string {
  if (maker.depth <= 0) return `${pick(names, maker)}.k + 1`;
  const [from, [first = '']] = fromClause(deeper(maker));
  return `(SELECT MAX(${first}.k) FROM ${from} WHERE ${first}.id = ${pick(names, maker)}.id)`;
}

function withCommon(maker: Maker, rest: (maker: Maker) => string): string {
  // One that is called as a stored table hides it.
  const name = pick(['c1', 'c2', 'orders', 'log'], maker);
  if (chance(maker, 0.25)) {
    const [seed, step] = [pick(tables, maker), pick(tables, maker)];
    const part = `SELECT s.id, s.k + 1, s.doc FROM ${name} AS r JOIN ${step === 'orders' && name === 'orders' ? 'items' : step} AS s ON s.id = r.k WHERE r.k < 3`;
    const text = `WITH RECURSIVE ${name} AS (SELECT id, k, doc FROM ${seed === name ? 'items' : seed} UNION ALL ${part}) `;
    return text + rest({ ...deeper(maker), common: [...maker.common, name] });
  }
  const list = chance(maker, 0.3) ? ' (id, k, doc)' : '';
  return `WITH ${name}${list} AS (${query(deeper(maker))}) ${rest({ ...deeper(maker), common: [...maker.common, name] })}`;
}

function insert(maker: Maker): string {
  const into = pick(writable, maker);
  const verb = pick(['INSERT', 'INSERT', 'INSERT IGNORE', 'REPLACE'], maker);
  const sub = `(SELECT MAX(s.k) FROM ${pick(tables, maker)} AS s)`;
  const source = pick(
    [`(id, k) VALUES (${9 + Math.floor(maker.random() * 90)}, ${sub})`, `SET id = 77, k = ${sub}`, `(id, k, doc) ${query(maker)}`, query(maker)],
    maker,
  ); // biome-ignore format: a list
  const again =
    verb === 'INSERT' && !source.includes(' UNION ') && chance(maker, 0.3) ? ` ON DUPLICATE KEY UPDATE k = ${sub}` : '';
  return `${verb} INTO ${into} ${source}${again}`;
}

function update(maker: Maker): string {
  const name = maker.next();
  const value = chance(maker, 0.4) ? `(SELECT MAX(s.k) FROM ${pick(tables, maker)} AS s WHERE s.id > ${name}.id)` : '5';
  return `UPDATE ${pick(writable, maker)} AS ${name} SET k = ${value}${where(maker, [name])}`;
}

function remove(maker: Maker): string {
  const table = pick(writable, maker);
  if (chance(maker, 0.5)) return `DELETE FROM ${table} WHERE k IN (SELECT z.k FROM (${query(deeper(maker))}) AS z)`;
  return `DELETE FROM ${table} WHERE id ${pick(['= 3', '> 2', 'BETWEEN 2 AND 3'], maker)}`;
}

function updateMany(maker: Maker): string {
  const [text, name] = [pick([...writable, 'join_view'], maker), maker.next()];
  const [more, names] = fromClause(deeper(maker));
  const all = [name, ...names];
  return `UPDATE ${text} AS ${name} JOIN ${more} SET ${name}.k = ${pick(all, maker)}.id + 1${where(maker, all)}`;
}

function removeMany(maker: Maker): string {
  const [table, name] = [pick(tables, maker), maker.next()];
  const [other, called] = [pick(tables, maker), maker.next()];
  const [more, names] = fromClause(deeper(maker));
  const from = `${table} AS ${name} JOIN ${other} AS ${called} CROSS JOIN ${more}`;
  const targets = chance(maker, 0.5) ? name : `${name}, ${called}`;
  const tail = where(maker, [name, called, ...names]);
  return chance(maker, 0.5) ? `DELETE ${targets} FROM ${from}${tail}` : `DELETE FROM ${targets} USING ${from}${tail}`;
}
