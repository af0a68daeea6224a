import type { Cursor } from './cursor.ts';
import type { StatementStart } from './families.ts';
import { parseQuery, startsQuery } from './query.ts';

/** A bracket may open a query only. */
const startsBracketedQuery = (p: Cursor): boolean => {
  let ahead = 0;
  while (p.tokens.signs[p.at + ahead] === p.tokens.signs[p.at]) ahead += 1;
  return startsQuery(p, ahead);
};

/** SELECT, VALUES, TABLE and queries in brackets. WITH is in dml.ts, as UPDATE and DELETE take it too. */
export const queryFamily: readonly StatementStart[] = [
  { words: ['SELECT'], parse: parseQuery },
  { words: ['('], when: startsBracketedQuery, parse: parseQuery },
  { words: ['VALUES'], when: (p) => startsQuery(p), parse: parseQuery },
  { words: ['TABLE'], when: (p) => startsQuery(p), parse: parseQuery },
];
