import type { Dialect } from '../dialect.ts';
import { signNumber, signs } from './words.ts';
import { mariadbReserved, mysqlKeywords, mysqlReserved } from './words-data.ts';

type Range = readonly [since: number, until?: number];

/** Reserved in a part of MySQL's versions only. From the manual's "Keywords and Reserved Words" of each version. */
const mysqlRanges: Readonly<Record<string, Range>> = {
  CUBE: [80001], CUME_DIST: [80002], DENSE_RANK: [80002], EMPTY: [80004], EXCEPT: [80031], FIRST_VALUE: [80002],
  FUNCTION: [80001], GROUPING: [80001], GROUPS: [80002], INTERSECT: [80031], JSON_TABLE: [80004], LAG: [80002],
  LAST_VALUE: [80002], LATERAL: [80014], LEAD: [80002], NTH_VALUE: [80002], NTILE: [80002], OF: [80001], OVER: [80002],
  PERCENT_RANK: [80002], RANK: [80002], RECURSIVE: [80001], ROW: [80002], ROWS: [80002], ROW_NUMBER: [80002],
  SYSTEM: [80003], WINDOW: [80002], MANUAL: [80400, 90700], PARALLEL: [80400, 90700], QUALIFY: [80400], TABLESAMPLE: [80400],
  LIBRARY: [90200], EXTERNAL: [90400], SETS: [90700, 90700], STORED: [50707], VIRTUAL: [50707], GENERATED: [50707],
  OPTIMIZER_COSTS: [50705], MASTER_BIND: [50602, 80400], MASTER_SSL_VERIFY_SERVER_CERT: [50100, 80400],
}; // biome-ignore format: a table

/** Reserved in a part of MariaDB's versions only. */
const mariadbRanges: Readonly<Record<string, Range>> = {
  ROW_NUMBER: [100700],
  VECTOR: [110700],
  CONVERSION: [111300],
  TO_DATE: [120000],
};

/** WINDOW MariaDB refuses as an alias of a table only. What its ORACLE mode reserves beside all others, and the one word it sets free. */
const oracleReserved = 'BODY ELSIF GOTO MINUS OTHERS PACKAGE RAISE ROWNUM ROWTYPE SYSDATE'.split(' ');
const oracleFree = 'ELSEIF';

function reservedWords({ flavour, versionNumber, sqlMode }: Dialect): readonly string[] {
  const ranges = flavour === 'mysql' ? mysqlRanges : mariadbRanges;
  const now = (flavour === 'mysql' ? mysqlReserved : mariadbReserved).split(' ');
  const isOracle = flavour === 'mariadb' && sqlMode.oracle;
  return [...new Set([...now, ...Object.keys(ranges), ...(isOracle ? oracleReserved : [])])].filter((word) => {
    if ((isOracle && word === oracleFree) || (flavour === 'mariadb' && word === 'WINDOW')) return false;
    const [since, until] = ranges[word] ?? [0];
    return versionNumber >= since && versionNumber < (until ?? Number.POSITIVE_INFINITY);
  });
}

/** Functions whose name is a keyword in MySQL only right before `(`, or everywhere with IGNORE_SPACE. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'ADDDATE BIT_AND BIT_OR BIT_XOR CAST COUNT CURDATE CURTIME DATE_ADD DATE_SUB EXTRACT GROUP_CONCAT JSON_ARRAYAGG ' +
    'JSON_OBJECTAGG MAX MID MIN NOW POSITION SESSION_USER ST_COLLECT STD STDDEV STDDEV_POP STDDEV_SAMP SUBDATE SUBSTR ' +
    'SUBSTRING SUM SYSDATE SYSTEM_USER TRIM VARIANCE VAR_POP VAR_SAMP'
  ).split(' '),
);

export const mysqlKeywordSet: ReadonlySet<string> = new Set(mysqlKeywords.split(' '));

const tables = new Map<string, Uint8Array<ArrayBuffer>>();

// Asked for each statement, and nearly always for the dialect before.
let lastDialect: Dialect | undefined;
let lastTable = new Uint8Array(0);

/** By the number of a sign: 1 when the dialect refuses the word as a name without quotes. One table per dialect. */
export function reservedTable(dialect: Dialect): Uint8Array {
  if (dialect !== lastDialect) [lastDialect, lastTable] = [dialect, tableOf(dialect)];
  return lastTable;
}

function tableOf(dialect: Dialect): Uint8Array<ArrayBuffer> {
  const { ignoreSpace, oracle } = dialect.sqlMode;
  const key = `${dialect.flavour} ${dialect.versionNumber} ${ignoreSpace} ${oracle}`;
  const known = tables.get(key);
  if (known) return known;
  const table = new Uint8Array(signs.length);
  for (const word of reservedWords(dialect)) table[signNumber(word)] = 1;
  if (ignoreSpace && dialect.flavour === 'mysql') for (const word of functionWords) table[signNumber(word)] = 1;
  table[0] = 0;
  tables.set(key, table);
  return table;
}

/** Whether the dialect refuses `word` as a name without quotes. */
export function isReserved(word: string, dialect: Dialect): boolean {
  return reservedTable(dialect)[signNumber(word.toUpperCase())] === 1;
}
