import type { AccountRename, CreateRole, DefineUser, DropUser, RenameUser, UserAuth } from '../ast/account.ts';
import type { Account } from '../ast/node.ts';
import type { RoleChoice } from '../ast/set.ts';
import { accept, acceptAll, type Cursor, endOf, expect, fail, is, isAhead, listOf, startOf } from './cursor.ts';
import type { StatementStart } from './families.ts';
import { parseGrant } from './grant.ts';
import { isName, isString, parseAccount } from './names.ts';
import { parseRevoke } from './revoke.ts';
import { parseRoleChoice } from './set-account.ts';
import { parseUserAuth } from './user-auth.ts';
import { parseAccountOptions, parseRequire, parseResources } from './user-options.ts';

/** CREATE [OR REPLACE] USER [IF NOT EXISTS] and ALTER USER [IF EXISTS]. */
function parseDefineUser(p: Cursor): DefineUser {
  const start = startOf(p);
  const verb = accept(p, 'CREATE') ? 'CREATE' : 'ALTER';
  if (verb === 'ALTER') expect(p, 'ALTER');
  const orReplace = acceptAll(p, 'OR', 'REPLACE');
  expect(p, 'USER');
  const conditional = verb === 'CREATE' ? acceptAll(p, 'IF', 'NOT', 'EXISTS') : acceptAll(p, 'IF', 'EXISTS');
  const isMe = verb === 'ALTER' && p.mysql && is(p, 'USER') && isAhead(p, 1, '(');
  const users = isMe ? [parseUserAuth(p, verb)] : listOf(p, (one) => parseUserAuth(one, verb));
  if (isMe && users[0]?.factors.some(({ plugin }) => plugin !== undefined)) fail(p, 'a password for USER()');
  const defaultRole = parseDefaultRole(p, verb, users);
  const ended = isMe || (verb === 'ALTER' && defaultRole !== undefined);
  const require = ended ? undefined : parseRequire(p);
  const resources = ended ? [] : parseResources(p, false).resources;
  const options = ended ? [] : parseAccountOptions(p);
  return {
    kind: 'define-user', start, end: endOf(p), verb, orReplace, conditional, users, defaultRole, require, resources, options,
  }; // biome-ignore format: one line of keys
}

function parseDefaultRole(p: Cursor, verb: DefineUser['verb'], users: readonly UserAuth[]): RoleChoice | undefined {
  if (!p.mysql || !is(p, 'DEFAULT') || !isAhead(p, 1, 'ROLE')) return undefined;
  // ALTER gives one account its roles, and then nothing else.
  const [first] = users;
  if (verb === 'ALTER' && (users.length > 1 || first?.end !== first?.account.end)) fail(p, 'the end of the statement');
  p.at += 2;
  return parseRoleChoice(p);
}

/** A role: like an account, but never CURRENT_USER. */
export function parseRole(p: Cursor): Account {
  if (p.mariadb && is(p, 'CURRENT_ROLE')) return parseAdmin(p);
  return isName(p) || isString(p) ? parseAccount(p) : fail(p, 'a role');
}

function parseCreateRole(p: Cursor): CreateRole {
  const start = startOf(p);
  expect(p, 'CREATE');
  const orReplace = acceptAll(p, 'OR', 'REPLACE');
  expect(p, 'ROLE');
  const ifNotExists = acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const roles = listOf(p, parseRole);
  const admin = p.mariadb && acceptAll(p, 'WITH', 'ADMIN') ? parseAdmin(p) : undefined;
  return { kind: 'create-role', start, end: endOf(p), orReplace, ifNotExists, roles, admin };
}

function parseAdmin(p: Cursor): Account {
  const start = startOf(p);
  if (!accept(p, 'CURRENT_ROLE')) return parseAccount(p);
  if (accept(p, '(')) expect(p, ')');
  return { kind: 'account', start, end: endOf(p), user: 'CURRENT_ROLE', host: undefined };
}

function parseDropUser(p: Cursor): DropUser {
  const start = startOf(p);
  expect(p, 'DROP');
  const what = accept(p, 'ROLE') ? 'ROLE' : 'USER';
  if (what === 'USER') expect(p, 'USER');
  const ifExists = acceptAll(p, 'IF', 'EXISTS');
  const accounts = listOf(p, what === 'ROLE' ? parseRole : parseAccount);
  return { kind: 'drop-user', start, end: endOf(p), what, ifExists, accounts };
}

function parseRenameUser(p: Cursor): RenameUser {
  const start = startOf(p);
  p.at += 2;
  const renames = listOf(p, parseRename);
  return { kind: 'rename-user', start, end: endOf(p), renames };
}

function parseRename(p: Cursor): AccountRename {
  const start = startOf(p);
  const from = parseAccount(p);
  expect(p, 'TO');
  const to = parseAccount(p);
  return { kind: 'account-rename', start, end: endOf(p), from, to };
}

const hasRoles = (p: Cursor): boolean => p.mariadb || p.version >= 80_000;
const mariadb = (p: Cursor): boolean => p.mariadb;

export const accountFamily: readonly StatementStart[] = [
  { words: ['GRANT'], parse: parseGrant },
  { words: ['REVOKE'], parse: parseRevoke },
  { words: ['CREATE', 'USER'], parse: parseDefineUser },
  { words: ['CREATE', 'OR', 'REPLACE', 'USER'], when: mariadb, parse: parseDefineUser },
  { words: ['ALTER', 'USER'], parse: parseDefineUser },
  { words: ['CREATE', 'ROLE'], when: hasRoles, parse: parseCreateRole },
  { words: ['CREATE', 'OR', 'REPLACE', 'ROLE'], when: mariadb, parse: parseCreateRole },
  { words: ['DROP', 'USER'], parse: parseDropUser },
  { words: ['DROP', 'ROLE'], when: hasRoles, parse: parseDropUser },
  { words: ['RENAME', 'USER'], parse: parseRenameUser },
];
