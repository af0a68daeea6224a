import type {
  EndTransaction,
  LockOther,
  LockTables,
  LockWait,
  Savepoint,
  StartTransaction,
  TableLock,
} from '../ast/transaction.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  isEnd,
  listOf,
  mysqlSince,
  refuse,
  startOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { parseInteger } from './literals.ts';
import { isName, parseName, parseNameOrString, parseQualifiedName } from './names.ts';
import { parseXa } from './xa.ts';

function parseStart(p: Cursor): StartTransaction {
  const start = startOf(p);
  if (accept(p, 'BEGIN')) {
    accept(p, 'WORK');
    return { kind: 'start-transaction', start, end: endOf(p), form: 'BEGIN', characteristics: [] };
  }
  p.at += 2;
  const characteristics = isStartOption(p) ? listOf(p, parseStartOption) : [];
  const end = endOf(p);
  if (characteristics.includes('READ ONLY') && characteristics.includes('READ WRITE'))
    refuse(p, { start, end }, 'READ ONLY and READ WRITE exclude each other');
  return { kind: 'start-transaction', start, end, form: 'START TRANSACTION', characteristics };
}

const isStartOption = (p: Cursor): boolean => is(p, 'WITH') || is(p, 'READ');

function parseStartOption(p: Cursor): string {
  if (acceptAll(p, 'WITH', 'CONSISTENT', 'SNAPSHOT')) return 'WITH CONSISTENT SNAPSHOT';
  if (acceptAll(p, 'READ', 'ONLY')) return 'READ ONLY';
  return acceptAll(p, 'READ', 'WRITE') ? 'READ WRITE' : fail(p, 'WITH CONSISTENT SNAPSHOT', 'READ ONLY', 'READ WRITE');
}

function parseEnd(p: Cursor): EndTransaction | Savepoint {
  const start = startOf(p);
  const verb = accept(p, 'COMMIT') ? 'COMMIT' : 'ROLLBACK';
  if (verb === 'ROLLBACK') expect(p, 'ROLLBACK');
  accept(p, 'WORK');
  if (verb === 'ROLLBACK' && accept(p, 'TO')) {
    if (is(p, 'SAVEPOINT') && (p.mysql || isName(p, 1))) p.at += 1;
    const name = parseName(p);
    return { kind: 'savepoint', start, end: endOf(p), verb: 'ROLLBACK TO SAVEPOINT', name };
  }
  let chain: EndTransaction['chain'];
  if (accept(p, 'AND')) {
    chain = accept(p, 'NO') ? 'AND NO CHAIN' : 'AND CHAIN';
    expect(p, 'CHAIN');
  }
  const release = acceptAll(p, 'NO', 'RELEASE') ? 'NO RELEASE' : acceptOneOf(p, 'RELEASE');
  const end = endOf(p);
  if (chain === 'AND CHAIN' && release === 'RELEASE') refuse(p, { start, end }, 'CHAIN and RELEASE exclude each other');
  return { kind: 'end-transaction', start, end, verb, chain, release };
}

function parseSavepoint(p: Cursor): Savepoint {
  const start = startOf(p);
  const verb = accept(p, 'RELEASE') ? 'RELEASE SAVEPOINT' : 'SAVEPOINT';
  expect(p, 'SAVEPOINT');
  const name = parseName(p);
  return { kind: 'savepoint', start, end: endOf(p), verb, name };
}

function parseLockTables(p: Cursor): LockTables {
  const start = startOf(p);
  p.at += 2;
  const tables = listOf(p, parseTableLock);
  const wait = parseLockWait(p);
  return { kind: 'lock-tables', start, end: endOf(p), tables, wait };
}

function parseTableLock(p: Cursor): TableLock {
  const start = startOf(p);
  const table = parseQualifiedName(p, 'a table');
  const alias = accept(p, 'AS') || isName(p) ? parseNameOrString(p, 'an alias') : undefined;
  let mode: TableLock['mode'];
  if (accept(p, 'READ')) mode = accept(p, 'LOCAL') ? 'READ LOCAL' : 'READ';
  else if (!mysqlSince(p, 90_000) && acceptAll(p, 'LOW_PRIORITY', 'WRITE')) mode = 'LOW_PRIORITY WRITE';
  else {
    expect(p, 'WRITE');
    mode = p.mariadb && accept(p, 'CONCURRENT') ? 'WRITE CONCURRENT' : 'WRITE';
  }
  return { kind: 'table-lock', start, end: endOf(p), table, alias, mode };
}

/** WAIT n | NOWAIT, MariaDB; or nothing. */
export function parseLockWait(p: Cursor): LockWait | undefined {
  const start = startOf(p);
  if (!p.mariadb) return undefined;
  if (accept(p, 'NOWAIT')) return { kind: 'lock-wait', start, end: endOf(p), seconds: undefined };
  if (!accept(p, 'WAIT')) return undefined;
  const seconds = parseInteger(p);
  return { kind: 'lock-wait', start, end: endOf(p), seconds };
}

function parseLockOther(p: Cursor, what: LockOther['what'], words: number): LockOther {
  const start = startOf(p);
  p.at += words;
  return { kind: 'lock-other', start, end: endOf(p), what };
}

const isBegin = (p: Cursor): boolean => !p.oracle && isEndAfter(p, isAhead(p, 1, 'WORK') ? 2 : 1);
const isEndAfter = (p: Cursor, ahead: number): boolean => isAhead(p, ahead, ';') || isEnd({ ...p, at: p.at + ahead });

export const transactionFamily: readonly StatementStart[] = [
  { words: ['BEGIN'], when: isBegin, parse: parseStart },
  { words: ['START', 'TRANSACTION'], parse: parseStart },
  { words: ['COMMIT'], parse: parseEnd },
  { words: ['ROLLBACK'], parse: parseEnd },
  { words: ['SAVEPOINT'], parse: parseSavepoint },
  { words: ['RELEASE', 'SAVEPOINT'], parse: parseSavepoint },
  { words: ['LOCK', 'TABLES'], parse: parseLockTables },
  { words: ['LOCK', 'TABLE'], parse: parseLockTables },
  { words: ['UNLOCK', 'TABLES'], parse: (p) => parseLockOther(p, 'UNLOCK TABLES', 2) },
  { words: ['UNLOCK', 'TABLE'], parse: (p) => parseLockOther(p, 'UNLOCK TABLES', 2) },
  {
    words: ['LOCK', 'INSTANCE', 'FOR', 'BACKUP'],
    when: (p) => p.mysql,
    parse: (p) => parseLockOther(p, 'LOCK INSTANCE FOR BACKUP', 4),
  },
  { words: ['UNLOCK', 'INSTANCE'], when: (p) => p.mysql, parse: (p) => parseLockOther(p, 'UNLOCK INSTANCE', 2) },
  { words: ['XA'], parse: parseXa },
];
