import type { Show } from '../ast/show.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  type Cursor,
  endOf,
  expect,
  fail,
  isAll,
  type Sign,
  signOf,
  startOf,
  textOf,
  typeOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { makeParts, type Tail, tails } from './show-tails.ts';

interface Form {
  readonly words: readonly [Sign, ...Sign[]];
  readonly tail: Tail;
  readonly modifiers: readonly Sign[];
  readonly when: ((p: Cursor) => boolean) | undefined;
}

const form = (text: string, tail: Tail, modifiers = '', when: Form['when'] = undefined): Form => ({
  words: text.split(' ') as [Sign, ...Sign[]],
  tail,
  modifiers: modifiers.split(' ').filter((word) => word !== '') as Sign[],
  when,
});

const mariadb = (p: Cursor): boolean => p.mariadb;
/** The words with master and slave left MySQL with 8.4. */
const oldWords = (p: Cursor): boolean => p.mariadb || p.version < 80_400;
const replicaWords = (p: Cursor): boolean => p.mariadb || p.version >= 80_022;

/** Longer words first where the first word is shared. */
const forms: readonly Form[] = [
  form('DATABASES', 'filter'),
  form('SCHEMAS', 'filter'),
  form('TABLES', 'schema', 'EXTENDED FULL'),
  form('TABLE STATUS', 'schema'),
  form('OPEN TABLES', 'schema'),
  form('TRIGGERS', 'schema', 'FULL'),
  form('EVENTS', 'schema'),
  form('COLUMNS', 'table', 'EXTENDED FULL'),
  form('FIELDS', 'table', 'EXTENDED FULL'),
  form('INDEX', 'index', 'EXTENDED'),
  form('INDEXES', 'index', 'EXTENDED'),
  form('KEYS', 'index', 'EXTENDED'),
  form('STATUS', 'filter', 'GLOBAL SESSION LOCAL'),
  form('VARIABLES', 'filter', 'GLOBAL SESSION LOCAL'),
  form('CHARSET', 'filter'),
  form('CHARACTER SET', 'filter'),
  form('CHAR SET', 'filter'),
  form('COLLATION', 'filter'),
  form('ENGINES', 'none', 'STORAGE'),
  form('ENGINE', 'engine'),
  form('PLUGINS SONAME', 'soname', '', mariadb),
  form('PLUGINS', 'none'),
  form('PRIVILEGES', 'none'),
  form('PROCESSLIST', 'none', 'FULL'),
  form('PROFILES', 'none'),
  form('PROFILE', 'profile'),
  form('WARNINGS', 'limit'),
  form('ERRORS', 'limit'),
  form('COUNT ( * ) WARNINGS', 'none'),
  form('COUNT ( * ) ERRORS', 'none'),
  form('GRANTS', 'grants'),
  form('PROCEDURE STATUS', 'filter'),
  form('FUNCTION STATUS', 'filter'),
  form('LIBRARY STATUS', 'filter', '', (p) => p.mysql && p.version >= 90_200),
  form('PACKAGE STATUS', 'filter', '', mariadb),
  form('PACKAGE BODY STATUS', 'filter', '', mariadb),
  form('PROCEDURE CODE', 'name'),
  form('FUNCTION CODE', 'name'),
  form('PACKAGE BODY CODE', 'name', '', mariadb),
  form('CREATE DATABASE', 'database'),
  form('CREATE SCHEMA', 'database'),
  form('CREATE TABLE', 'name'),
  form('CREATE VIEW', 'name'),
  form('CREATE PROCEDURE', 'name'),
  form('CREATE FUNCTION', 'name'),
  form('CREATE TRIGGER', 'name'),
  form('CREATE EVENT', 'name'),
  form('CREATE LIBRARY', 'name', '', (p) => p.mysql && p.version >= 90_200),
  form('CREATE MASKING POLICY', 'name', '', (p) => p.mysql && p.version >= 90_700),
  form('CREATE SEQUENCE', 'name', '', mariadb),
  form('CREATE SERVER', 'name', '', mariadb),
  form('CREATE PACKAGE BODY', 'name', '', mariadb),
  form('CREATE PACKAGE', 'name', '', mariadb),
  form('CREATE USER', 'account'),
  form('BINARY LOGS', 'none'),
  form('BINARY LOG STATUS', 'none', '', (p) => p.mysql && p.version >= 80_200),
  form('MASTER LOGS', 'none', '', oldWords),
  form('MASTER STATUS', 'none', '', oldWords),
  form('BINLOG STATUS', 'none', '', mariadb),
  form('BINLOG EVENTS', 'events'),
  form('RELAYLOG EVENTS', 'events'),
  form('REPLICAS', 'none', '', (p) => p.mysql && p.version >= 80_022),
  form('SLAVE HOSTS', 'none', '', oldWords),
  form('REPLICA HOSTS', 'none', '', mariadb),
  form('ALL SLAVES STATUS', 'none', '', mariadb),
  form('ALL REPLICAS STATUS', 'none', '', mariadb),
  form('SLAVE', 'replica', '', oldWords),
  form('REPLICA', 'replica', '', replicaWords),
  form('EXPLAIN', 'explain', '', mariadb),
  form('ANALYZE', 'explain', '', mariadb),
  form('AUTHORS', 'none', '', mariadb),
  form('CONTRIBUTORS', 'none', '', mariadb),
  form('USER_STATISTICS', 'filter', '', mariadb),
];

/** SHOW … */
function parseShow(p: Cursor): Show {
  const start = startOf(p);
  expect(p, 'SHOW');
  const modifiers: Sign[] = [];
  for (const word of modifierWords) if (accept(p, word)) modifiers.push(word);
  const found = forms.find(({ words, when }) => isAll(p, ...words) && (when === undefined || when(p)));
  if (found === undefined) return parseStatistics(p, start, modifiers);
  if (modifiers.some((word) => !found.modifiers.includes(word))) fail(p, 'another thing to show');
  p.at += found.words.length;
  const what = found.words.join(' ').replace('COUNT ( * )', 'COUNT(*)');
  const parts = { ...makeParts(), modifiers: [...modifiers] as readonly string[] };
  tails[found.tail](p, parts, what);
  return finish(p, start, what, parts);
}

const modifierWords = ['EXTENDED', 'FULL', 'GLOBAL', 'SESSION', 'LOCAL', 'STORAGE'] as const;

/** The tables of information_schema that MariaDB's plugins bring: SHOW LOCALES, SHOW CLIENT_STATISTICS … */
function parseStatistics(p: Cursor, start: number, modifiers: readonly Sign[]): Show {
  if (!p.mariadb || modifiers.length > 0 || typeOf(p) !== TokenType.word || isKeyword(p))
    return fail(p, 'a thing to show');
  const what = textOf(p).toUpperCase();
  p.at += 1;
  const parts = makeParts();
  tails.filter(p, parts, what);
  return finish(p, start, what, parts);
}

/** Words of the grammar are no names of such tables, even where they are not reserved. */
const isKeyword = (p: Cursor): boolean => signOf(p) !== '' && !pluginTables.has(signOf(p));
const pluginTables: ReadonlySet<string> = new Set(['LOCALES', 'QUERY_RESPONSE_TIME', 'USER_VARIABLES']);

function finish(p: Cursor, start: number, what: string, parts: ReturnType<typeof makeParts>): Show {
  return { kind: 'show', start, end: endOf(p), what, ...parts };
}

export const showFamily: readonly StatementStart[] = [{ words: ['SHOW'], parse: parseShow }];
