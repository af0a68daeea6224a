import type { Account } from '../ast/node.ts';
import { TokenType } from '../lexer/tokens.ts';
import { accept, acceptAll, type Cursor, expect, isAhead, type Sign, signOf, startOf, typeOf } from './cursor.ts';
import { parseAccount } from './names.ts';

export interface DefinerHead {
  readonly start: number;
  readonly orReplace: boolean;
  readonly definer: Account | undefined;
}

/** CREATE [OR REPLACE] [DEFINER = account], or ALTER [DEFINER = account]. */
export function parseDefinerHead(p: Cursor): DefinerHead {
  const start = startOf(p);
  if (!accept(p, 'ALTER')) expect(p, 'CREATE');
  const orReplace = p.mariadb && acceptAll(p, 'OR', 'REPLACE');
  let definer: Account | undefined;
  if (accept(p, 'DEFINER')) {
    expect(p, '=');
    definer = parseDefiner(p);
  }
  return { start, orReplace, definer };
}

/** An account; MariaDB takes CURRENT_ROLE too. */
export function parseDefiner(p: Cursor): Account {
  const start = startOf(p);
  if (!p.mariadb || !accept(p, 'CURRENT_ROLE')) return parseAccount(p);
  if (accept(p, '(')) expect(p, ')');
  return { kind: 'account', start, end: p.tokens.ends[p.at - 1] ?? start, user: 'CURRENT_ROLE', host: undefined };
}

/** The word behind CREATE or ALTER and what may stand between: OR REPLACE, DEFINER = …, AGGREGATE. */
export function objectAfterDefiner(p: Cursor): Sign | '' {
  let ahead = 1;
  if (isAhead(p, ahead, 'OR') && p.mariadb) ahead += 2;
  if (isAhead(p, ahead, 'DEFINER') && isAhead(p, ahead + 1, '=')) {
    ahead += 3;
    if (isAhead(p, ahead, '(')) ahead += 2;
    if (typeOf(p, ahead) === TokenType.variable) ahead += 1;
  }
  if (isAhead(p, ahead, 'AGGREGATE')) ahead += 1;
  return signOf(p, ahead);
}
