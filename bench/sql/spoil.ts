import { type Dialect, lex, listTokens, type Token } from '@myriad/sql';

/** What texts of real people and of attackers hold and grammars forget. */
const oddities = [
  ...'\'"`\\;(){}[],.@#%&|^~!?:=<>+-*/$_0',
  '\0',
  '\t',
  '\r\n',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '\udc00',
  '😀',
  '中文',
  'é',
  '--',
  '-- ',
  '/*',
  '*/',
  '/*!',
  '/*!99999 ',
  '/*M!',
  '/*+',
  "x'",
  "b'",
  "N'",
  '_utf8mb4',
  '0x',
  '0b',
  '1e',
  '1e+',
  '.1.',
  '@@',
  '@`',
  '->>',
  '<=>',
  '||',
  ':=',
  '<<',
  'DELIMITER //\n',
  '\\g',
  '9'.repeat(400),
] as const;

/** What may stand inside itself, again and again. */
const nests: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['((', ')'],
  ['SELECT (', ')'],
  ['SELECT * FROM (', ') t'],
  ['WITH c AS (', ') SELECT * FROM c'],
  ['NOT ', ''],
  ['- ', ''],
  ['~', ''],
  ['CASE WHEN ', ' THEN 1 END'],
  ['IF(', ',1,1)'],
  ['BEGIN ', '; END'],
  ['EXPLAIN ', ''],
  ['SELECT 1 UNION ', ''],
  ['1 = ', ''],
  ['a AND ', ''],
  ['t JOIN ', ''],
  ['t JOIN (', ')'],
  ['/*! ', ' */'],
  ['a.', ''],
  ["CONCAT('x',", ')'],
  ['EXISTS (SELECT ', ')'],
  ['JSON_TABLE(a, b COLUMNS (NESTED PATH c COLUMNS (', ')))'],
];

export interface SpoilOptions {
  readonly statements: readonly string[];
  readonly dialect: Dialect;
  /** In [0, 1). */
  readonly random: () => number;
}

/** One of the statements, spoilt one to eight times: cut, repeated, mixed with others, filled with oddities, nested in itself. */
export function spoil({ statements, dialect, random }: SpoilOptions): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  let sql = oneOf(statements);
  for (let left = 1 + below(8); left > 0; left -= 1) {
    if (sql.length > 20_000) break;
    const from = below(sql.length + 1);
    const to = Math.min(sql.length, from + 1 + below(random() < 0.8 ? 12 : sql.length + 1));
    const kind = below(11);
    if (kind === 0) sql = sql.slice(0, from) + sql.slice(to);
    else if (kind === 1) sql = sql.slice(0, from);
    else if (kind === 2) sql = sql.slice(from);
    else if (kind === 3) sql = sql.slice(0, to) + sql.slice(from);
    else if (kind === 4 || kind === 5) sql = sql.slice(0, from) + oneOf(oddities) + sql.slice(from);
    else if (kind === 6) sql = sql.slice(0, from) + String.fromCharCode(below(65_536)) + sql.slice(to);
    else if (kind === 7 || kind === 8) sql = mix(sql, oneOf(statements), dialect, below);
    else if (kind === 9)
      sql =
        sql.slice(0, from) + sql.slice(from, to).repeat(random() < 0.02 ? 1000 : oneOf([2, 3, 10, 30])) + sql.slice(to);
    else sql = nest(sql, from, oneOf(nests), random() < 0.02 ? 20_000 : oneOf([2, 5, 20, 100, 300]));
  }
  return sql;
}

/** Some tokens of another statement, in place of some of this one. */
function mix(sql: string, other: string, dialect: Dialect, below: (limit: number) => number): string {
  const [here, there] = [listTokens(lex(sql, dialect)), listTokens(lex(other, dialect))];
  const [place, piece] = [pickSpan(here, below), pickSpan(there, below)];
  return `${sql.slice(0, place.start)} ${other.slice(piece.start, piece.end)} ${sql.slice(place.end)}`;
}

function pickSpan(tokens: readonly Token[], below: (limit: number) => number) {
  const first = below(tokens.length);
  const last = Math.min(tokens.length - 1, first + below(5));
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

function nest(sql: string, at: number, [open, close]: readonly [string, string], times: number): string {
  return sql.slice(0, at) + open.repeat(times) + sql.slice(at) + close.repeat(times);
}
