import type { Delete, Update } from '../ast/dml.ts';
import type { Query } from '../ast/query.ts';
import { type Cursor, is } from './cursor.ts';
import type { StatementStart } from './families.ts';
import { parseInsert } from './insert.ts';
import { parseQuery } from './query.ts';
import { parseDelete, parseUpdate } from './update-delete.ts';
import { parseWith } from './with.ts';

/** WITH before a query, UPDATE or DELETE: only behind it can one see which. */
function parseWithStatement(p: Cursor): Query | Update | Delete {
  const { at } = p;
  const clause = parseWith(p);
  if (is(p, 'UPDATE')) return parseUpdate(p, clause);
  if (is(p, 'DELETE')) return parseDelete(p, clause);
  p.at = at;
  return parseQuery(p);
}

export const dmlFamily: readonly StatementStart[] = [
  { words: ['INSERT'], parse: parseInsert },
  { words: ['REPLACE'], parse: parseInsert },
  { words: ['UPDATE'], parse: (p) => parseUpdate(p) },
  { words: ['DELETE'], parse: (p) => parseDelete(p) },
  { words: ['WITH'], parse: parseWithStatement },
];
