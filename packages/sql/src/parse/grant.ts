import type { Grant, GrantProxy, GrantRole } from '../ast/account.ts';
import type { Account } from '../ast/node.ts';
import type { RoleChoice } from '../ast/set.ts';
import { accept, acceptAll, type Cursor, endOf, expect, is, isAhead, listOf, mysqlSince, startOf } from './cursor.ts';
import { parseAccount } from './names.ts';
import { asPrivileges, asRoles, parseGrantItems, parseGrantObject } from './privileges.ts';
import { parseRoleChoice } from './set-account.ts';
import { parseUserAuth } from './user-auth.ts';
import { parseRequire, parseResources } from './user-options.ts';

/** GRANT of privileges, of roles, of a proxy. */
export function parseGrant(p: Cursor): Grant | GrantRole | GrantProxy {
  const start = startOf(p);
  expect(p, 'GRANT');
  if (is(p, 'PROXY') && isAhead(p, 1, 'ON')) return parseGrantProxy(p, start);
  const items = parseGrantItems(p);
  if (!is(p, 'ON')) return parseGrantRole(p, start, asRoles(p, items));
  const privileges = asPrivileges(p, items);
  const object = parseGrantObject(p);
  expect(p, 'TO');
  const to = parseGrantees(p);
  const old = p.mariadb || p.version < 80_000;
  const require = old ? parseRequire(p) : undefined;
  const { resources, grantOption } = old
    ? parseResources(p, true)
    : { resources: [], grantOption: acceptGrantOption(p) };
  const as = mysqlSince(p, 80_016) && accept(p, 'AS') ? parseAccount(p) : undefined;
  let withRole: RoleChoice | undefined;
  if (as !== undefined && acceptAll(p, 'WITH', 'ROLE')) withRole = parseRoleChoice(p);
  return {
    kind: 'grant', start, end: endOf(p), privileges, object, to, require, grantOption, resources, as, withRole,
  }; // biome-ignore format: one line of keys
}

const acceptGrantOption = (p: Cursor): boolean => acceptAll(p, 'WITH', 'GRANT', 'OPTION');

/** MySQL 8 makes no accounts by GRANT; the others take authentication here. */
function parseGrantees(p: Cursor): Grant['to'] {
  const old = p.mariadb || p.version < 80_000;
  return listOf(p, (one) => (old ? parseUserAuth(one, 'GRANT') : plainGrantee(one)));
}

function plainGrantee(p: Cursor): Grant['to'][number] {
  const account = parseAccount(p);
  const { start, end } = account;
  return {
    kind: 'user-auth', start, end, account, factors: [], initial: undefined, current: undefined, retainCurrent: false,
    discardOld: false, registration: undefined,
  }; // biome-ignore format: one line of keys
}

function parseGrantRole(p: Cursor, start: number, roles: readonly Account[]): GrantRole {
  expect(p, 'TO');
  const to = parseGrantees(p);
  const adminOption = acceptAll(p, 'WITH', 'ADMIN', 'OPTION');
  return { kind: 'grant-role', start, end: endOf(p), roles, to, adminOption };
}

function parseGrantProxy(p: Cursor, start: number): GrantProxy {
  p.at += 2;
  const on = parseAccount(p);
  expect(p, 'TO');
  const to = parseGrantees(p);
  const grantOption = acceptGrantOption(p);
  return { kind: 'grant-proxy', start, end: endOf(p), on, to, grantOption };
}
