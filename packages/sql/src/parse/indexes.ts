import type { CreateIndex, DropIndex } from '../ast/indexes.ts';
import {
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectAll,
  isAhead,
  mariadbSince,
  startOf,
} from './cursor.ts';
import type { StatementStart } from './families.ts';
import { acceptWait, parseHow } from './how.ts';
import { acceptUsing, parseIndexParts, parseIndexSettings } from './index-definition.ts';
import { parseName, parseQualifiedName } from './names.ts';

/** CREATE [UNIQUE | FULLTEXT | SPATIAL | VECTOR] INDEX … ON table (…) */
export function parseCreateIndex(p: Cursor): CreateIndex {
  const start = startOf(p);
  expect(p, 'CREATE');
  const orReplace = p.mariadb && acceptAll(p, 'OR', 'REPLACE');
  const special = acceptOneOf(p, 'UNIQUE', 'FULLTEXT', 'SPATIAL');
  const type = special ?? (mariadbSince(p, 110_700) ? acceptOneOf(p, 'VECTOR') : undefined) ?? 'INDEX';
  expect(p, 'INDEX');
  const ifNotExists = p.mariadb && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseName(p, 'an index');
  const using = type === 'INDEX' || type === 'UNIQUE' ? acceptUsing(p, true) : undefined;
  expect(p, 'ON');
  const table = parseQualifiedName(p, 'a table');
  const parts = parseIndexParts(p, type === 'UNIQUE');
  const wait = acceptWait(p);
  const settings = parseIndexSettings(p, type);
  const how = parseHow(p);
  const end = endOf(p);
  return {
    kind: 'create-index',
    start,
    end,
    orReplace,
    type,
    ifNotExists,
    name,
    using,
    table,
    parts,
    wait,
    settings,
    how,
  };
}

/** DROP INDEX name ON table */
export function parseDropIndex(p: Cursor): DropIndex {
  const start = startOf(p);
  expectAll(p, 'DROP', 'INDEX');
  const ifExists = p.mariadb && acceptAll(p, 'IF', 'EXISTS');
  const name = parseName(p, 'an index');
  expect(p, 'ON');
  const table = parseQualifiedName(p, 'a table');
  const wait = acceptWait(p);
  const how = p.mysql ? parseHow(p) : [];
  return { kind: 'drop-index', start, end: endOf(p), ifExists, name, table, wait, how };
}

function createsIndex(p: Cursor): boolean {
  const first = p.mariadb && isAhead(p, 1, 'OR') && isAhead(p, 2, 'REPLACE') ? 3 : 1;
  return isAhead(p, first, 'INDEX') || isAhead(p, first + 1, 'INDEX');
}

export const indexFamily: readonly StatementStart[] = [
  { words: ['CREATE'], when: createsIndex, parse: parseCreateIndex },
  { words: ['DROP', 'INDEX'], parse: parseDropIndex },
];
