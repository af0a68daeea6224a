import type { Expression } from '../ast/expression.ts';
import type { RoleChoice, SetDefaultRole, SetPassword, SetResourceGroup, SetRole } from '../ast/set.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  bracketed,
  type Cursor,
  endOf,
  expect,
  isAhead,
  listOf,
  mysqlSince,
  startOf,
} from './cursor.ts';
import { parseInteger, parseString } from './literals.ts';
import { parseAccount, parseName } from './names.ts';

/** SET PASSWORD [FOR account] = 'x' [REPLACE 'y'] [RETAIN CURRENT PASSWORD], or TO RANDOM. */
export function parseSetPassword(p: Cursor): SetPassword {
  const start = startOf(p);
  p.at += 2;
  const account = accept(p, 'FOR') ? parseAccount(p) : undefined;
  let [password, hash]: [Expression | undefined, string | undefined] = [undefined, undefined];
  if (!(mysqlSince(p, 80_018) && acceptAll(p, 'TO', 'RANDOM'))) {
    if (!accept(p, ':=')) expect(p, '=');
    const hashes = (p.mariadb || p.version < 80_000) && isAhead(p, 1, '(');
    hash = hashes ? acceptOneOf(p, 'PASSWORD', 'OLD_PASSWORD') : undefined;
    password = hash === undefined ? parseString(p) : bracketed(p, parseString);
  }
  const current = mysqlSince(p, 80_013) && accept(p, 'REPLACE') ? parseString(p) : undefined;
  const retain = mysqlSince(p, 80_014) && acceptAll(p, 'RETAIN', 'CURRENT', 'PASSWORD');
  return { kind: 'set-password', start, end: endOf(p), account, password, hash, current, retain };
}

export function parseSetRole(p: Cursor): SetRole {
  const start = startOf(p);
  p.at += 2;
  const which = parseRoleChoice(p);
  return { kind: 'set-role', start, end: endOf(p), which };
}

/** NONE, DEFAULT, ALL [EXCEPT …] or roles; MariaDB has NONE and one role. */
export function parseRoleChoice(p: Cursor): RoleChoice {
  const start = startOf(p);
  const word = acceptOneOf(p, 'NONE', ...(p.mysql ? (['DEFAULT', 'ALL'] as const) : []));
  const except = word === 'ALL' && accept(p, 'EXCEPT');
  const which = except ? 'ALL EXCEPT' : (word ?? 'ROLES');
  const names = which === 'ROLES' || except;
  const roles = !names ? [] : p.mysql ? listOf(p, parseAccount) : [parseAccount(p)];
  return { kind: 'role-choice', start, end: endOf(p), which, roles };
}

export function parseSetDefaultRole(p: Cursor): SetDefaultRole {
  const start = startOf(p);
  p.at += 3;
  const which = parseRoleChoice(p);
  if (p.mysql) {
    expect(p, 'TO');
    const accounts = listOf(p, parseAccount);
    return { kind: 'set-default-role', start, end: endOf(p), which, accounts };
  }
  const accounts = accept(p, 'FOR') ? [parseAccount(p)] : [];
  return { kind: 'set-default-role', start, end: endOf(p), which, accounts };
}

/** SET RESOURCE GROUP g [FOR 1, 2]; the commas may be left out. */
export function parseSetResourceGroup(p: Cursor): SetResourceGroup {
  const start = startOf(p);
  p.at += 3;
  const name = parseName(p);
  const threads: Expression[] = [];
  if (accept(p, 'FOR')) {
    threads.push(parseInteger(p));
    while (accept(p, ',') || isNumber(p)) threads.push(parseInteger(p));
  }
  return { kind: 'set-resource-group', start, end: endOf(p), name, threads };
}

const isNumber = (p: Cursor): boolean => /^\d/.test(p.text.slice(startOf(p), startOf(p) + 1));
