import { type Dialect, lex, listTokens } from '@myriad/sql';

/** The families figures are told by. */
export const families = [
  'select-simple',
  'select-join-union-subquery',
  'select-cte',
  'select-window',
  'select-json-table',
  'insert-replace',
  'insert-on-duplicate',
  'update-delete-single',
  'update-delete-multi',
  'create-table',
  'alter-table',
  'partition',
  'index',
  'view',
  'drop-rename-database',
  'explain',
  'routine-trigger-event',
  'account',
  'set',
  'show',
  'transaction',
  'load-handler-call-do',
  'admin-other',
] as const;

export type Family = (typeof families)[number];

const byFirst: Readonly<Record<string, Family>> = {
  SET: 'set',
  SHOW: 'show',
  GRANT: 'account',
  REVOKE: 'account',
  EXPLAIN: 'explain',
  DESC: 'explain',
  DESCRIBE: 'explain',
  LOAD: 'load-handler-call-do',
  HANDLER: 'load-handler-call-do',
  CALL: 'load-handler-call-do',
  DO: 'load-handler-call-do',
  IMPORT: 'load-handler-call-do',
  TRUNCATE: 'drop-rename-database',
  RENAME: 'drop-rename-database',
  START: 'transaction',
  BEGIN: 'transaction',
  COMMIT: 'transaction',
  ROLLBACK: 'transaction',
  SAVEPOINT: 'transaction',
  RELEASE: 'transaction',
  LOCK: 'transaction',
  UNLOCK: 'transaction',
  XA: 'transaction',
};

const routineWords: ReadonlySet<string> = new Set(['PROCEDURE', 'FUNCTION', 'TRIGGER', 'EVENT', 'PACKAGE', 'LIBRARY']);
const accountWords: ReadonlySet<string> = new Set(['USER', 'ROLE']);
const databaseWords: ReadonlySet<string> = new Set(['DATABASE', 'SCHEMA', 'TABLESPACE', 'LOGFILE', 'UNDO']);

/** The family of a statement by its words alone: it has to sort what no parser of ours reads yet. */
export function classifyStatement(sql: string, dialect: Dialect): Family {
  const words = listTokens(lex(sql, dialect))
    .filter((token) => token.sign !== '')
    .map((token) => token.sign as string);
  const [first = ''] = words.filter((word) => word !== '(');
  const has = (word: string) => words.includes(word);
  const known = byFirst[first];
  if (first === 'START' && !has('TRANSACTION')) return 'admin-other';
  if (first === 'SET' && (has('PASSWORD') || has('ROLE'))) return 'account';
  if (known !== undefined) return known;
  if (first === 'SELECT' || first === 'WITH' || first === 'VALUES' || first === 'TABLE')
    return classifyQuery(first, words);
  if (first === 'INSERT' || first === 'REPLACE') return has('DUPLICATE') ? 'insert-on-duplicate' : 'insert-replace';
  if (first === 'UPDATE' || first === 'DELETE')
    return isMulti(first, words) ? 'update-delete-multi' : 'update-delete-single';
  return classifyDefinition(first, words.slice(0, 12), has('PARTITION'));
}

function classifyQuery(first: string, words: readonly string[]): Family {
  const has = (word: string) => words.includes(word);
  if (first === 'WITH') return has('UPDATE') || has('DELETE') ? 'update-delete-multi' : 'select-cte';
  if (has('JSON_TABLE')) return 'select-json-table';
  if (has('OVER')) return 'select-window';
  const selects = words.filter((word) => word === 'SELECT').length;
  return selects > 1 || has('JOIN') || has('UNION') ? 'select-join-union-subquery' : 'select-simple';
}

function isMulti(first: string, words: readonly string[]): boolean {
  const until = words.indexOf(first === 'UPDATE' ? 'SET' : 'WHERE');
  const head = until === -1 ? words : words.slice(0, until);
  return (
    head.includes('JOIN') || head.includes('USING') || head.includes(',') || (first === 'DELETE' && head[1] !== 'FROM')
  );
}

function classifyDefinition(first: string, head: readonly string[], hasPartition: boolean): Family {
  if (first !== 'CREATE' && first !== 'ALTER' && first !== 'DROP') return 'admin-other';
  const what = head.find((word) => isObject(word)) ?? '';
  if (routineWords.has(what)) return first === 'DROP' ? 'drop-rename-database' : 'routine-trigger-event';
  if (accountWords.has(what)) return 'account';
  if (what === 'VIEW') return first === 'DROP' ? 'drop-rename-database' : 'view';
  if (what === 'INDEX') return 'index';
  if (databaseWords.has(what)) return 'drop-rename-database';
  if (what !== 'TABLE' && what !== 'TABLES') return first === 'DROP' ? 'drop-rename-database' : 'admin-other';
  if (first === 'DROP') return 'drop-rename-database';
  if (hasPartition) return 'partition';
  return first === 'CREATE' ? 'create-table' : 'alter-table';
}

const isObject = (word: string): boolean =>
  routineWords.has(word) || accountWords.has(word) || databaseWords.has(word) || objectWords.has(word);
const objectWords: ReadonlySet<string> = new Set([
  'TABLE',
  'TABLES',
  'VIEW',
  'INDEX',
  'SERVER',
  'SEQUENCE',
  'INSTANCE',
  'RESOURCE',
]);
