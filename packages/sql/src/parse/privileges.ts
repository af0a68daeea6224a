import type { GrantObject, Privilege } from '../ast/account.ts';
import type { Account, Identifier } from '../ast/node.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  type Sign,
  startOf,
  typeOf,
} from './cursor.ts';
import { isName, isString, parseAccount, parseName, parseNameList } from './names.ts';

/** What GRANT and REVOKE list: only behind it one sees whether they are roles or privileges. */
export interface GrantItem {
  readonly start: number;
  readonly end: number;
  /** In capitals. */
  readonly name: string;
  readonly columns: readonly Identifier[];
  /** `undefined` for the privileges of the grammar. */
  readonly role: Account | undefined;
}

const phrases = (text: string): readonly (readonly Sign[])[] =>
  text.split(', ').map((words) => words.split(' ') as Sign[]);

/** Longer ones first. */
const both = phrases(
  'CREATE TEMPORARY TABLES, CREATE ROUTINE, CREATE TABLESPACE, CREATE USER, CREATE VIEW, CREATE, ALTER ROUTINE, ALTER, SHOW DATABASES, ' +
    'SHOW VIEW, LOCK TABLES, REPLICATION CLIENT, GRANT OPTION, DROP, EVENT, EXECUTE, FILE, INDEX, PROCESS, RELOAD, SHUTDOWN, SUPER, ' +
    'TRIGGER, USAGE, SELECT, INSERT, UPDATE, REFERENCES',
);
const ofMysql = phrases('CREATE ROLE, DROP ROLE, REPLICATION SLAVE, DELETE');
const ofMariadb = phrases(
  'DELETE HISTORY, DELETE, SET USER, BINLOG ADMIN, BINLOG MONITOR, BINLOG REPLAY, CONNECTION ADMIN, FEDERATED ADMIN, READ_ONLY ADMIN, ' +
    'READ ONLY ADMIN, REPLICATION MASTER ADMIN, REPLICATION SLAVE ADMIN, REPLICATION REPLICA ADMIN, REPLICATION SLAVE, ' +
    'REPLICATION REPLICA, REPLICA MONITOR, SLAVE MONITOR, SHOW CREATE ROUTINE',
);

const withColumns: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']);

/** One or more, with commas; ALL stands alone. */
export function parseGrantItems(p: Cursor): readonly GrantItem[] {
  const start = startOf(p);
  if (accept(p, 'ALL')) {
    accept(p, 'PRIVILEGES');
    return [{ start, end: endOf(p), name: 'ALL PRIVILEGES', columns: [], role: undefined }];
  }
  const items = [parseGrantItem(p)];
  while (accept(p, ',')) items.push(parseGrantItem(p));
  return items;
}

function parseGrantItem(p: Cursor): GrantItem {
  const start = startOf(p);
  const special = p.mysql ? ofMysql : ofMariadb;
  const found = special.find((words) => acceptAll(p, ...words)) ?? both.find((words) => acceptAll(p, ...words));
  if (found !== undefined) {
    const name = found.join(' ');
    const columns = withColumns.has(name) && is(p, '(') ? parseNameList(p) : [];
    return { start, end: endOf(p), name, columns, role: undefined };
  }
  if (!isName(p) && !isString(p)) fail(p, 'a privilege or a role');
  const role = parseAccount(p);
  return { start, end: endOf(p), name: (role.user ?? '').toUpperCase(), columns: [], role };
}

/** @throws SyntaxFault when one of them is a privilege of the grammar. */
export function asRoles(p: Cursor, items: readonly GrantItem[]): readonly Account[] {
  return items.map(({ role }) => role ?? fail(p, 'ON'));
}

/** @throws SyntaxFault when one of them has a host, as only roles have. */
export function asPrivileges(p: Cursor, items: readonly GrantItem[]): readonly Privilege[] {
  return items.map(({ start, end, name, columns, role }) => {
    if (role !== undefined && (role.host !== undefined || p.mariadb)) fail(p, 'a privilege before ON');
    return { kind: 'privilege', start, end, name, columns };
  });
}

/** ON [TABLE | FUNCTION | PROCEDURE …] what. */
export function parseGrantObject(p: Cursor): GrantObject {
  const start = startOf(p);
  expect(p, 'ON');
  const type = acceptType(p);
  const made = (
    scope: GrantObject['scope'],
    schema: Identifier | undefined,
    name: Identifier | undefined,
  ): GrantObject => ({
    kind: 'grant-object',
    start,
    end: endOf(p),
    type,
    scope,
    schema,
    name,
  });
  if (accept(p, '*')) {
    if (!accept(p, '.')) return made('CURRENT SCHEMA', undefined, undefined);
    expect(p, '*');
    return made('GLOBAL', undefined, undefined);
  }
  const first = parseName(p, 'an object');
  if (!accept(p, '.')) return made('OBJECT', undefined, first);
  if (accept(p, '*')) return made('SCHEMA', first, undefined);
  const name = parseName(p, 'an object');
  return made('OBJECT', first, name);
}

function acceptType(p: Cursor): string | undefined {
  if (p.mariadb && acceptAll(p, 'PACKAGE', 'BODY')) return 'PACKAGE BODY';
  const types: readonly Sign[] = ['TABLE', 'FUNCTION', 'PROCEDURE', p.mysql ? 'LIBRARY' : 'PACKAGE'];
  const found = types.find((type) => is(p, type) && isObjectAhead(p));
  if (found !== undefined) p.at += 1;
  return found;
}

/** FUNCTION, PROCEDURE and LIBRARY may be the object's own name. */
const isObjectAhead = (p: Cursor): boolean => isAhead(p, 1, '*') || isName(p, 1) || typeOf(p, 1) === TokenType.name;
