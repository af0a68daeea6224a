import type { ForeignKey, ReferenceAction, References } from '../ast/table-parts.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectAll,
  fail,
  is,
  isAhead,
  startOf,
} from './cursor.ts';
import { isName, parseName, parseNameList, parseQualifiedName } from './names.ts';

/** Whether REFERENCES stands here; MariaDB takes a constraint before it at a column. */
export const isReferences = (p: Cursor): boolean => is(p, 'REFERENCES');

/** REFERENCES table (columns) MATCH … ON DELETE … ON UPDATE … */
export function parseReferences(p: Cursor): References {
  const start = startOf(p);
  expect(p, 'REFERENCES');
  const table = parseQualifiedName(p, 'a table');
  const columns = parseNameList(p);
  const match = accept(p, 'MATCH') ? (acceptOneOf(p, 'FULL', 'PARTIAL', 'SIMPLE') ?? fail(p, 'FULL')) : undefined;
  let [onDelete, onUpdate]: [References['onDelete'], References['onUpdate']] = [undefined, undefined];
  while (is(p, 'ON')) {
    const isDelete = isAhead(p, 1, 'DELETE');
    if (isDelete ? onDelete !== undefined : onUpdate !== undefined || !isAhead(p, 1, 'UPDATE')) break;
    p.at += 2;
    if (isDelete) onDelete = parseAction(p);
    else onUpdate = parseAction(p);
  }
  return { kind: 'references', start, end: endOf(p), table, columns, match, onDelete, onUpdate };
}

function parseAction(p: Cursor): ReferenceAction {
  const word = acceptOneOf(p, 'RESTRICT', 'CASCADE');
  if (word !== undefined) return word;
  if (acceptAll(p, 'NO', 'ACTION')) return 'NO ACTION';
  expect(p, 'SET');
  if (accept(p, 'NULL')) return 'SET NULL';
  expect(p, 'DEFAULT');
  return 'SET DEFAULT';
}

/** FOREIGN KEY [name] (columns) REFERENCES …; the constraint before it is read already. */
export function parseForeignKey(p: Cursor, start: number, constraint: ForeignKey['constraint']): ForeignKey {
  expectAll(p, 'FOREIGN', 'KEY');
  const ifNotExists = p.mariadb && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = isName(p) ? parseName(p) : undefined;
  if (!is(p, '(')) fail(p, '(');
  const columns = parseNameList(p);
  const references = parseReferences(p);
  return { kind: 'foreign-key', start, end: endOf(p), constraint, ifNotExists, name, columns, references };
}
