/** Tables with rows, and a few statements on them. */
export interface AdviceCase {
  readonly setUp: readonly string[];
  readonly tearDown: readonly string[];
  readonly statements: readonly string[];
  /** One statement on one table: small enough to try every index. */
  readonly isSingle: boolean;
  /** Columns the statement of a single case speaks of. */
  readonly columns: readonly string[];
}

type Random = () => number;

const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)] as Item;
const whole = (from: number, to: number, random: Random): number => from + Math.floor(random() * (to - from + 1));

/** Columns with the values they hold; `r` is a number of 0–1 that differs from row to row. */
const kinds = {
  user_id: { type: 'INT NOT NULL', value: '1 + FLOOR(RAND({s}) * 800)' },
  shop_id: { type: 'INT NOT NULL', value: '1 + FLOOR(POW(RAND({s}), 2) * 60)' },
  status: { type: 'TINYINT NOT NULL', value: 'FLOOR(POW(RAND({s}), 3) * 6)' },
  created_at: { type: 'DATETIME NOT NULL', value: "'2024-01-01' + INTERVAL FLOOR(RAND({s}) * 500000) MINUTE" },
  amount: { type: 'DECIMAL(10,2) NOT NULL', value: 'ROUND(RAND({s}) * 10000, 2)' },
  email: { type: 'VARCHAR(120)', value: "CONCAT('u', FLOOR(RAND({s}) * 3000), '@example.com')" },
  city: {
    type: 'VARCHAR(40)',
    value: "ELT(1 + FLOOR(RAND({s}) * 12), 'a','b','c','d','e','f','g','h','i','j','k', NULL)",
  },
  paid_at: { type: 'DATE', value: "IF(RAND({s}) < 0.05, NULL, '2024-01-01' + INTERVAL FLOOR(RAND({s}) * 400) DAY)" },
} as const;
type Kind = keyof typeof kinds;

function condition(column: Kind, form: 'equal' | 'range', random: Random): string {
  if (form === 'equal') {
    if (column === 'user_id') return `user_id = ${whole(1, 800, random)}`;
    if (column === 'shop_id') return `shop_id = ${whole(20, 60, random)}`;
    if (column === 'status') return `status = ${whole(2, 5, random)}`;
    if (column === 'email') return `email = 'u${whole(0, 2999, random)}@example.com'`;
    if (column === 'city') return random() < 0.3 ? 'city IS NULL' : `city = '${pick([...'abcdefghijk'], random)}'`;
    if (column === 'paid_at')
      return random() < 0.4 ? 'paid_at IS NULL' : `paid_at = '2024-0${whole(2, 9, random)}-1${whole(0, 9, random)}'`;
    if (column === 'amount') return `amount = ${whole(1, 9999, random)}.5`;
    return `created_at = '2024-03-0${whole(1, 9, random)} 10:00:00'`;
  }
  if (column === 'created_at') {
    const day = whole(1, 25, random);
    return `created_at >= '2024-06-${String(day).padStart(2, '0')}' AND created_at < '2024-06-${String(day + 3).padStart(2, '0')}'`;
  }
  if (column === 'amount') return `amount BETWEEN ${whole(1, 9000, random)} AND ${whole(9001, 9300, random)}`;
  if (column === 'email') return `email LIKE 'u${whole(10, 299, random)}%'`;
  if (column === 'user_id')
    return `user_id IN (${Array.from({ length: whole(2, 6, random) }, () => whole(1, 800, random)).join(', ')})`;
  if (column === 'shop_id') return `shop_id IN (${whole(30, 40, random)}, ${whole(41, 60, random)})`;
  if (column === 'paid_at') return `paid_at > '2025-0${whole(1, 2, random)}-01'`;
  return column === 'status' ? 'status IN (3, 4, 5)' : `city IN ('j', 'k')`;
}

const names = Object.keys(kinds) as readonly Kind[];

function some(random: Random, count: number): readonly Kind[] {
  const open = [...names];
  return Array.from({ length: count }, () => open.splice(Math.floor(random() * open.length), 1)[0] as Kind);
}

/** What a statement of one table asks: conditions, an order, a group. */
function singleStatement(random: Random): { readonly sql: string; readonly columns: readonly Kind[] } {
  const [a, b, c] = some(random, 3) as [Kind, Kind, Kind];
  const equal = condition(a, 'equal', random);
  const range = condition(b, 'range', random);
  const output = pick(['*', 'id', `id, ${c}`, `COUNT(*)`], random);
  const form = whole(0, 7, random);
  if (form === 0) return { sql: `SELECT ${output} FROM big WHERE ${equal}`, columns: [a] };
  if (form === 1) return { sql: `SELECT ${output} FROM big WHERE ${equal} AND ${range}`, columns: [a, b] };
  if (form === 2)
    return {
      sql: `SELECT id, ${c} FROM big WHERE ${equal} ORDER BY ${c}${random() < 0.5 ? ' DESC' : ''} LIMIT ${whole(1, 20, random)}`,
      columns: [a, c],
    };
  if (form === 3) return { sql: `SELECT ${output} FROM big WHERE ${range}`, columns: [b] };
  if (form === 4) return { sql: `SELECT ${b}, COUNT(*) FROM big WHERE ${equal} GROUP BY ${b}`, columns: [a, b] };
  if (form === 5) return { sql: `SELECT id, ${a} FROM big ORDER BY ${c}, ${b} LIMIT 10`, columns: [a, b, c] };
  if (form === 6)
    return {
      sql: `SELECT ${output} FROM big WHERE ${equal} AND ${condition(b, 'equal', random)} AND ${condition(c, 'range', random)}`,
      columns: [a, b, c],
    };
  return { sql: `UPDATE big SET note = 'x' WHERE ${equal} AND ${condition(b, 'equal', random)}`, columns: [a, b] };
}

function joinedStatement(random: Random): string {
  const filter = condition(
    pick(['user_id', 'email', 'amount', 'created_at'] as const, random),
    'range',
    random,
  ).replace(/\b(user_id|email|amount|created_at)\b/g, 'b.$1');
  const form = whole(0, 4, random);
  if (form === 0) return `SELECT b.id, l.sku FROM big b JOIN line l ON l.big_id = b.id WHERE ${filter}`;
  if (form === 1)
    return `SELECT b.id FROM big b WHERE ${filter} AND b.id IN (SELECT l.big_id FROM line l WHERE l.sku = 's${whole(1, 400, random)}')`;
  if (form === 2)
    return `SELECT b.id, COUNT(l.id) FROM big b LEFT JOIN line l ON l.big_id = b.id WHERE ${filter} GROUP BY b.id`;
  if (form === 3)
    return `SELECT d.id, l.quantity FROM (SELECT b.id FROM big b WHERE ${filter}) d JOIN line l ON l.big_id = d.id`;
  return `SELECT b.id FROM big b WHERE ${filter} AND EXISTS (SELECT 1 FROM line l WHERE l.big_id = b.id AND l.quantity > 90)`;
}

function eitherStatement(random: Random): string {
  const [a, b] = [pick(['user_id', 'email'] as const, random), pick(['amount', 'created_at'] as const, random)];
  return `SELECT id FROM big WHERE ${condition(a, 'equal', random)} OR ${condition(b, 'equal', random)}`;
}

const [bigRows, lineRows] = [8000, 16_000];
const digits =
  '(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';
const numbers = (rows: number): string =>
  `(SELECT a.d + b.d * 10 + c.d * 100 + e.d * 1000 + f.d * 10000 AS n FROM ${digits} a, ${digits} b, ${digits} c, ${digits} e, (SELECT 0 d UNION ALL SELECT 1) f) numbers WHERE n < ${rows}`;

/** Tables of 8,000 and 16,000 rows, sometimes with an index that is there already, and one to four statements. */
export function makeCase(random: Random): AdviceCase {
  const seed = whole(1, 1_000_000, random);
  const columns = names.map((name) => `${name} ${kinds[name].type}`).join(', ');
  const present = random() < 0.3 ? `, KEY present (${pick(names, random)})` : '';
  const values = names.map((name, at) => kinds[name].value.replaceAll('{s}', String(seed + at))).join(', ');
  const form = random();
  const single = form < 0.5 ? singleStatement(random) : undefined;
  const statements = single
    ? [single.sql]
    : form < 0.6
      ? [eitherStatement(random)]
      : form < 0.8
        ? [joinedStatement(random)]
        : Array.from({ length: whole(2, 4, random) }, () =>
            random() < 0.3 ? joinedStatement(random) : singleStatement(random).sql,
          );
  return {
    setUp: [
      `CREATE TABLE big (id INT AUTO_INCREMENT PRIMARY KEY, ${columns}, note TEXT${present}) ENGINE=InnoDB`,
      `CREATE TABLE line (id INT AUTO_INCREMENT PRIMARY KEY, big_id INT NOT NULL, sku VARCHAR(20) NOT NULL, quantity INT NOT NULL) ENGINE=InnoDB`,
      `INSERT INTO big (${names.join(', ')}, note) SELECT ${values}, REPEAT('n', 80) FROM ${numbers(bigRows)}`,
      `INSERT INTO line (big_id, sku, quantity) SELECT 1 + FLOOR(RAND(${seed}) * ${bigRows}), CONCAT('s', FLOOR(RAND(${seed + 1}) * 400)), FLOOR(RAND(${seed + 2}) * 100) FROM ${numbers(lineRows)}`,
      'ANALYZE TABLE big, line',
    ],
    tearDown: ['DROP TABLE big, line'],
    statements,
    isSingle: single !== undefined,
    columns: single?.columns ?? [],
  };
}
