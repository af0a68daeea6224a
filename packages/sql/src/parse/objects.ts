import type {
  AlterDatabase,
  CreateDatabase,
  DropDatabase,
  DropTables,
  RenameTable,
  TableRename,
  TruncateTable,
} from '../ast/objects.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  isAhead,
  listOf,
  mysqlSince,
  startOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { acceptWait } from './how.ts';
import { parseString } from './literals.ts';
import { isName, isString, parseName, parseQualifiedName } from './names.ts';
import { acceptSetting, charsetShapes, parseSettings, parseSwitch, settingShapes } from './settings.ts';

const parseTable = (p: Cursor) => parseQualifiedName(p, 'a table');

function parseDropTables(p: Cursor): DropTables {
  const start = startOf(p);
  expect(p, 'DROP');
  const temporary = accept(p, 'TEMPORARY');
  const word = expectOneOf(p, 'TABLE', 'TABLES', 'VIEW', 'SEQUENCE');
  const kind = word === 'VIEW' ? 'drop-view' : word === 'SEQUENCE' ? 'drop-sequence' : 'drop-table';
  const ifExists = acceptAll(p, 'IF', 'EXISTS');
  const names = listOf(p, parseTable);
  const wait = kind === 'drop-table' ? acceptWait(p) : undefined;
  const behaviour = kind === 'drop-sequence' ? undefined : acceptOneOf(p, 'RESTRICT', 'CASCADE');
  return { kind, start, end: endOf(p), temporary, ifExists, names, wait, behaviour };
}

function parseRenameTable(p: Cursor): RenameTable {
  const start = startOf(p);
  p.at += 2;
  const ifExists = p.mariadb && acceptAll(p, 'IF', 'EXISTS');
  const renames = listOf(p, parseTableRename);
  return { kind: 'rename-table', start, end: endOf(p), ifExists, renames };
}

function parseTableRename(p: Cursor): TableRename {
  const start = startOf(p);
  const from = parseTable(p);
  const wait = acceptWait(p);
  expect(p, 'TO');
  const to = parseTable(p);
  return { kind: 'table-rename', start, end: endOf(p), from, wait, to };
}

function parseTruncate(p: Cursor): TruncateTable {
  const start = startOf(p);
  expect(p, 'TRUNCATE');
  accept(p, 'TABLE');
  const name = parseTable(p);
  const wait = acceptWait(p);
  const storage = p.oracle ? acceptOneOf(p, 'DROP', 'REUSE') : undefined;
  if (storage !== undefined) expect(p, 'STORAGE');
  return { kind: 'truncate-table', start, end: endOf(p), name, wait, storage };
}

const onMysql8 = (p: Cursor): boolean => mysqlSince(p, 80_016);

const createShapes = settingShapes(
  ...charsetShapes,
  { words: ['ENCRYPTION'], read: parseString, when: onMysql8 },
  { words: ['DEFAULT', 'ENCRYPTION'], read: parseString, when: onMysql8, name: 'ENCRYPTION' },
  { words: ['COMMENT'], read: parseString, when: (p) => p.mariadb },
);
const readOnlyShapes = settingShapes({
  words: ['READ', 'ONLY'],
  read: parseSwitch,
  when: (p) => mysqlSince(p, 80_022),
});

function parseCreateDatabase(p: Cursor): CreateDatabase {
  const start = startOf(p);
  expect(p, 'CREATE');
  const orReplace = p.mariadb && acceptAll(p, 'OR', 'REPLACE');
  p.at += 1;
  const ifNotExists = acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseName(p, 'a database');
  const settings = parseSettings(p, (inner) => acceptSetting(inner, createShapes), false);
  return { kind: 'create-database', start, end: endOf(p), orReplace, ifNotExists, name, settings };
}

function parseAlterDatabase(p: Cursor): AlterDatabase {
  const start = startOf(p);
  p.at += 2;
  const named = isName(p) && !isAhead(p, 1, '=') && !isString(p, 1);
  const name = named ? parseName(p) : undefined;
  const upgrade =
    (p.mariadb || p.version < 80_000) && name !== undefined && acceptAll(p, 'UPGRADE', 'DATA', 'DIRECTORY', 'NAME');
  const settings = parseSettings(
    p,
    (inner) => acceptSetting(inner, createShapes) ?? acceptSetting(inner, readOnlyShapes),
    false,
  );
  if (settings.length === 0 && !upgrade) fail(p, 'an option of a database');
  return { kind: 'alter-database', start, end: endOf(p), name, settings, upgrade };
}

function parseDropDatabase(p: Cursor): DropDatabase {
  const start = startOf(p);
  p.at += 2;
  const ifExists = acceptAll(p, 'IF', 'EXISTS');
  const name = parseName(p, 'a database');
  return { kind: 'drop-database', start, end: endOf(p), ifExists, name };
}

const isDatabase = (p: Cursor, ahead: number): boolean => isAhead(p, ahead, 'DATABASE') || isAhead(p, ahead, 'SCHEMA');

function dropsTables(p: Cursor): boolean {
  const temporary = isAhead(p, 1, 'TEMPORARY');
  const ahead = temporary ? 2 : 1;
  if (isAhead(p, ahead, 'TABLE') || isAhead(p, ahead, 'TABLES')) return true;
  return (!temporary && isAhead(p, ahead, 'VIEW')) || (p.mariadb && isAhead(p, ahead, 'SEQUENCE'));
}

const createsDatabase = (p: Cursor): boolean =>
  isDatabase(p, 1) || (p.mariadb && isAhead(p, 1, 'OR') && isDatabase(p, 3));

export const objectFamily: readonly StatementStart[] = [
  { words: ['DROP'], when: dropsTables, parse: parseDropTables },
  { words: ['RENAME', 'TABLE'], parse: parseRenameTable },
  { words: ['RENAME', 'TABLES'], parse: parseRenameTable },
  { words: ['TRUNCATE'], parse: parseTruncate },
  { words: ['CREATE'], when: createsDatabase, parse: parseCreateDatabase },
  { words: ['ALTER'], when: (p) => isDatabase(p, 1), parse: parseAlterDatabase },
  { words: ['DROP'], when: (p) => isDatabase(p, 1), parse: parseDropDatabase },
];
