import type { Revoke, RevokeProxy, RevokeRole } from '../ast/account.ts';
import type { Account } from '../ast/node.ts';
import { acceptAll, type Cursor, endOf, expect, is, isAhead, listOf, mysqlSince, startOf } from './cursor.ts';
import { parseAccount } from './names.ts';
import { asPrivileges, asRoles, parseGrantItems, parseGrantObject } from './privileges.ts';

/** REVOKE of privileges, of all of them, of roles, of a proxy. */
export function parseRevoke(p: Cursor): Revoke | RevokeRole | RevokeProxy {
  const start = startOf(p);
  expect(p, 'REVOKE');
  const ifExists = mysqlSince(p, 80_030) && acceptAll(p, 'IF', 'EXISTS');
  if (is(p, 'PROXY') && isAhead(p, 1, 'ON')) {
    p.at += 2;
    const on = parseAccount(p);
    const { from, ignoreUnknownUser } = parseFrom(p);
    return { kind: 'revoke-proxy', start, end: endOf(p), ifExists, on, from, ignoreUnknownUser };
  }
  const adminOptionOnly = p.mariadb && acceptAll(p, 'ADMIN', 'OPTION', 'FOR');
  const items = parseGrantItems(p);
  if (is(p, 'ON')) {
    const privileges = asPrivileges(p, items);
    const object = parseGrantObject(p);
    const { from, ignoreUnknownUser } = parseFrom(p);
    return { kind: 'revoke', start, end: endOf(p), ifExists, privileges, object, from, ignoreUnknownUser };
  }
  const [first] = items;
  if (first?.name === 'ALL PRIVILEGES' && acceptAll(p, ',', 'GRANT', 'OPTION')) {
    const { from, ignoreUnknownUser } = parseFrom(p);
    const privileges = asPrivileges(p, items);
    const object = undefined;
    return { kind: 'revoke', start, end: endOf(p), ifExists, privileges, object, from, ignoreUnknownUser };
  }
  const roles = asRoles(p, items);
  const { from, ignoreUnknownUser } = parseFrom(p);
  return { kind: 'revoke-role', start, end: endOf(p), ifExists, adminOptionOnly, roles, from, ignoreUnknownUser };
}

function parseFrom(p: Cursor): { from: readonly Account[]; ignoreUnknownUser: boolean } {
  expect(p, 'FROM');
  const from = listOf(p, parseAccount);
  const ignoreUnknownUser = mysqlSince(p, 80_030) && acceptAll(p, 'IGNORE', 'UNKNOWN', 'USER');
  return { from, ignoreUnknownUser };
}
