/** The two families of servers this package reads. */
export type Flavour = 'mysql' | 'mariadb';

/** The parts of `sql_mode` that change how a text is read. Names as the server's, in camel case. */
export interface SqlMode {
  /** `"x"` is a name, not a string. */
  readonly ansiQuotes: boolean;
  /** `a || b` joins strings. */
  readonly pipesAsConcat: boolean;
  /** `\` is an ordinary character in strings. */
  readonly noBackslashEscapes: boolean;
  /** `count (*)` calls the built-in function; its name is then a keyword everywhere. */
  readonly ignoreSpace: boolean;
  /** `NOT a BETWEEN b AND c` means `(NOT a) BETWEEN b AND c`. */
  readonly highNotPrecedence: boolean;
  /** MariaDB's `sql_mode=ORACLE`: packages, `:=` parameters, other routine bodies. */
  readonly oracle: boolean;
}

/** What a text is written for. Always a parameter: the same text means other things elsewhere. */
export interface Dialect {
  readonly flavour: Flavour;
  readonly version: readonly [major: number, minor: number, patch: number];
  readonly sqlMode: SqlMode;
  /** `version` as version comments write it: 8.4.10 is 80410, MariaDB 10.11.19 is 101119. */
  readonly versionNumber: number;
}

/** No mode that changes the grammar, as a server has it by default. */
export const defaultSqlMode: SqlMode = {
  ansiQuotes: false,
  pipesAsConcat: false,
  noBackslashEscapes: false,
  ignoreSpace: false,
  highNotPrecedence: false,
  oracle: false,
};

export function makeDialect(
  flavour: Flavour,
  version: readonly [major: number, minor: number, patch: number],
  sqlMode: Partial<SqlMode> = {},
): Dialect {
  const [major, minor, patch] = version;
  const versionNumber = major * 10_000 + minor * 100 + patch;
  return { flavour, version, sqlMode: { ...defaultSqlMode, ...sqlMode }, versionNumber };
}

/** The versions we know by name, each at the last patch level we know of. */
export const dialects = {
  'mysql-9': makeDialect('mysql', [9, 7, 4]),
  'mysql-8.4': makeDialect('mysql', [8, 4, 10]),
  'mysql-8.0': makeDialect('mysql', [8, 0, 46]),
  'mysql-5.7': makeDialect('mysql', [5, 7, 44]),
  'mariadb-10.6': makeDialect('mariadb', [10, 6, 25]),
  'mariadb-10.11': makeDialect('mariadb', [10, 11, 19]),
  'mariadb-11.4': makeDialect('mariadb', [11, 4, 9]),
  'mariadb-11.8': makeDialect('mariadb', [11, 8, 5]),
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;

export const dialectNames = Object.keys(dialects).filter(isDialectName);

export function isDialectName(name: string): name is DialectName {
  return Object.hasOwn(dialects, name);
}

/** What the words of `@@sql_mode` change; combined modes such as ANSI bring their parts. Unknown words say nothing. */
export function readSqlMode(words: string): SqlMode {
  const modes = new Set(words.toUpperCase().split(/[\s,]+/));
  const has = (...names: readonly string[]) => names.some((name) => modes.has(name));
  const foreign = ['DB2', 'MAXDB', 'MSSQL', 'POSTGRESQL', 'ORACLE'];
  return {
    ansiQuotes: has('ANSI_QUOTES', 'ANSI', ...foreign),
    pipesAsConcat: has('PIPES_AS_CONCAT', 'ANSI', ...foreign),
    noBackslashEscapes: has('NO_BACKSLASH_ESCAPES'),
    ignoreSpace: has('IGNORE_SPACE', 'ANSI', ...foreign),
    highNotPrecedence: has('HIGH_NOT_PRECEDENCE', 'MYSQL323', 'MYSQL40'),
    oracle: has('ORACLE'),
  };
}

/** The same server with another `sql_mode`, given in the server's words. */
export function withSqlMode(dialect: Dialect, words: string): Dialect {
  const sqlMode = readSqlMode(words);
  return { ...dialect, sqlMode: { ...sqlMode, oracle: sqlMode.oracle && dialect.flavour === 'mariadb' } };
}
