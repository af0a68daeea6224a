import type { Identifier } from '../ast/node.ts';
import type { ForeignKey, ReferenceAction, References } from '../ast/table-parts.ts';
import { parseConstraint } from './constraint.ts';
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
  listOf,
  startOf,
} from './cursor.ts';
import { isName, parseName, parseNameList, parseQualifiedName } from './names.ts';

/** Whether REFERENCES stands here; MariaDB takes a constraint before it at a column. */
export const isReferences = (p: Cursor): boolean =>
  is(p, 'REFERENCES') || (p.mariadb && is(p, 'CONSTRAINT') && isAhead(p, 2, 'REFERENCES'));

/** REFERENCES table (columns) MATCH … ON DELETE … ON UPDATE … */
export function parseReferences(p: Cursor): References {
  const start = startOf(p);
  const constraint = parseConstraint(p);
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
  return { kind: 'references', start, end: endOf(p), constraint, table, columns, match, onDelete, onUpdate };
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

/** The servers read a direction here and do nothing with it. */
function parseKeyColumn(p: Cursor): Identifier {
  const column = parseName(p, 'a column');
  acceptOneOf(p, 'ASC', 'DESC');
  return column;
}

/** FOREIGN KEY [name] (columns) REFERENCES …; the constraint before it is read already. */
export function parseForeignKey(p: Cursor, start: number, constraint: ForeignKey['constraint']): ForeignKey {
  expectAll(p, 'FOREIGN', 'KEY');
  const ifNotExists = p.mariadb && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = isName(p) ? parseName(p) : undefined;
  expect(p, '(');
  const columns = listOf(p, parseKeyColumn);
  expect(p, ')');
  const references = parseReferences(p);
  return { kind: 'foreign-key', start, end: endOf(p), constraint, ifNotExists, name, columns, references };
}
