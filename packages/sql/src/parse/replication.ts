import type { Expression } from '../ast/expression.ts';
import type { Identifier, QualifiedName } from '../ast/node.ts';
import type {
  Binlog,
  ChangeFilter,
  ChangeSource,
  PurgeLogs,
  ReplicaControl,
  ReplicationFilter,
  ReplicationOption,
} from '../ast/replication.ts';
import {
  accept,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isAhead,
  listOf,
  mysqlSince,
  refuse,
  startOf,
  textOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { parseString, parseTextOrBytes } from './literals.ts';
import { isString, parseName, parseQualifiedName } from './names.ts';
import { parseChannel, parseCredential, parseSourceOption, parseUntil } from './replica-options.ts';
import { parseReset, parseResetPersist } from './reset.ts';

function parseChangeSource(p: Cursor): ChangeSource {
  const start = startOf(p);
  expect(p, 'CHANGE');
  const verb = accept(p, 'MASTER') ? 'MASTER' : 'REPLICATION SOURCE';
  if (verb !== 'MASTER') p.at += 2;
  const connection = p.mariadb && isString(p) ? parseString(p) : undefined;
  expect(p, 'TO');
  const options = listOf(p, parseSourceOption);
  const channel = parseChannel(p);
  return { kind: 'change-source', start, end: endOf(p), verb, connection, options, channel };
}

function parseChangeFilter(p: Cursor): ChangeFilter {
  const start = startOf(p);
  p.at += 3;
  const filters = listOf(p, parseFilter);
  const channel = parseChannel(p);
  return { kind: 'change-filter', start, end: endOf(p), filters, channel };
}

function parseFilter(p: Cursor): ReplicationFilter {
  const start = startOf(p);
  const name = textOf(p).toUpperCase();
  p.at += 1;
  let databases: readonly Identifier[] = [];
  let tables: readonly QualifiedName[] = [];
  let patterns: readonly Expression[] = [];
  const inner = <T>(item: (p: Cursor) => T): readonly T[] => {
    expect(p, '=');
    expect(p, '(');
    const items = is(p, ')') ? [] : listOf(p, item);
    expect(p, ')');
    return items;
  };
  switch (name) {
    case 'REPLICATE_DO_DB':
    case 'REPLICATE_IGNORE_DB':
      databases = inner((one) => parseName(one, 'a database'));
      break;
    case 'REPLICATE_DO_TABLE':
    case 'REPLICATE_IGNORE_TABLE':
      tables = inner(parseFullName);
      break;
    case 'REPLICATE_WILD_DO_TABLE':
    case 'REPLICATE_WILD_IGNORE_TABLE':
      patterns = inner(parseString);
      break;
    case 'REPLICATE_REWRITE_DB':
      databases = inner(parsePair).flat();
      break;
    default:
      p.at -= 1;
      fail(p, 'a filter');
  }
  return { kind: 'replication-filter', start, end: endOf(p), name, databases, tables, patterns };
}

/** Filters name a table with its database, always. */
function parseFullName(p: Cursor): QualifiedName {
  const name = parseQualifiedName(p, 'a table');
  return name.schema === undefined ? fail(p, '.') : name;
}

function parsePair(p: Cursor): readonly Identifier[] {
  expect(p, '(');
  const from = parseName(p, 'a database');
  expect(p, ',');
  const to = parseName(p, 'a database');
  expect(p, ')');
  return [from, to];
}

function parseControl(p: Cursor): ReplicaControl {
  const start = startOf(p);
  const verb = expectOneOf(p, 'START', 'STOP');
  const what = acceptTarget(p);
  const connection = p.mariadb && isString(p) && !what.startsWith('ALL') ? parseString(p) : undefined;
  const threads: string[] = [];
  const isReplica = what !== 'GROUP_REPLICATION';
  if (isReplica && isThread(p))
    do threads.push(parseThread(p));
    while (accept(p, ','));
  const until = isReplica && verb === 'START' && accept(p, 'UNTIL') ? listOf(p, parseUntil) : [];
  const credentials = p.mysql && verb === 'START' ? parseCredentials(p, isReplica) : [];
  const channel = isReplica ? parseChannel(p) : undefined;
  return {
    kind: 'replica-control',
    start,
    end: endOf(p),
    verb,
    what,
    connection,
    threads,
    until,
    credentials,
    channel,
  };
}

function acceptTarget(p: Cursor): ReplicaControl['what'] {
  if (accept(p, 'ALL')) return `ALL ${expectOneOf(p, 'SLAVES', 'REPLICAS')}`;
  return expectOneOf(p, 'REPLICA', 'SLAVE', 'GROUP_REPLICATION');
}

const isThread = (p: Cursor): boolean => is(p, 'SQL_THREAD') || is(p, 'IO_THREAD') || is(p, 'RELAY_THREAD');

function parseThread(p: Cursor): string {
  const thread = acceptOneOf(p, 'SQL_THREAD', 'IO_THREAD', 'RELAY_THREAD') ?? fail(p, 'SQL_THREAD', 'IO_THREAD');
  return thread === 'RELAY_THREAD' ? 'IO_THREAD' : thread;
}

/** With spaces for a replica, with commas for group replication. */
function parseCredentials(p: Cursor, isReplica: boolean): readonly ReplicationOption[] {
  const first = parseCredential(p);
  if (first === undefined) return [];
  const found = [first];
  while (isReplica || accept(p, ',')) {
    const next = parseCredential(p);
    if (next === undefined) {
      if (isReplica) break;
      fail(p, 'USER', 'PASSWORD', 'DEFAULT_AUTH');
    } else found.push(next);
  }
  return found;
}

function parsePurge(p: Cursor): PurgeLogs {
  const start = startOf(p);
  p.at += 2;
  expect(p, 'LOGS');
  const to = accept(p, 'TO') ? parseString(p) : undefined;
  if (to === undefined) expect(p, 'BEFORE');
  const before = to === undefined ? parseExpression(p) : undefined;
  if (before?.kind === 'subquery') refuse(p, before, 'no subquery is allowed here');
  return { kind: 'purge-logs', start, end: endOf(p), to, before };
}

function parseBinlog(p: Cursor): Binlog {
  const start = startOf(p);
  expect(p, 'BINLOG');
  const events: Expression[] = [p.mysql ? parseTextOrBytes(p) : parseExpression(p)];
  if (p.mariadb && accept(p, ',')) events.push(parseExpression(p));
  return { kind: 'binlog', start, end: endOf(p), events };
}

const oldWords = (p: Cursor): boolean => p.mariadb || p.version < 80_400;
const newWords = (p: Cursor): boolean => p.mariadb || p.version >= 80_022;
const isAll = (p: Cursor): boolean => p.mariadb && (isAhead(p, 2, 'SLAVES') || isAhead(p, 2, 'REPLICAS'));
const mysql = (p: Cursor): boolean => p.mysql;

export const replicationFamily: readonly StatementStart[] = [
  { words: ['CHANGE', 'REPLICATION', 'SOURCE'], when: (p) => mysqlSince(p, 80_023), parse: parseChangeSource },
  { words: ['CHANGE', 'REPLICATION', 'FILTER'], when: mysql, parse: parseChangeFilter },
  { words: ['CHANGE', 'MASTER'], when: oldWords, parse: parseChangeSource },
  { words: ['START', 'GROUP_REPLICATION'], when: mysql, parse: parseControl },
  { words: ['STOP', 'GROUP_REPLICATION'], when: mysql, parse: parseControl },
  { words: ['START', 'REPLICA'], when: newWords, parse: parseControl },
  { words: ['STOP', 'REPLICA'], when: newWords, parse: parseControl },
  { words: ['START', 'SLAVE'], when: oldWords, parse: parseControl },
  { words: ['STOP', 'SLAVE'], when: oldWords, parse: parseControl },
  { words: ['START', 'ALL'], when: isAll, parse: parseControl },
  { words: ['STOP', 'ALL'], when: isAll, parse: parseControl },
  { words: ['RESET', 'PERSIST'], when: mysql, parse: parseResetPersist },
  { words: ['RESET'], parse: parseReset },
  { words: ['PURGE', 'BINARY'], parse: parsePurge },
  { words: ['PURGE', 'MASTER'], when: oldWords, parse: parsePurge },
  { words: ['BINLOG'], parse: parseBinlog },
];
