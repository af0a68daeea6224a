import type { Expression } from '../ast/expression.ts';
import type { Show } from '../ast/show.ts';
import { accept, acceptAll, type Cursor, expect, expectOneOf, fail, is, isAhead, isEnd, listOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseInteger, parseString } from './literals.ts';
import { isString, parseAccount, parseName, parseNameOrString, parseQualifiedName, takeName } from './names.ts';
import { parseLimit } from './order-limit.ts';

type Parts = { -readonly [Key in keyof Omit<Show, 'kind' | 'start' | 'end' | 'what'>]: Show[Key] };

/** All parts absent, in the order of the node's keys. */
export const makeParts = (): Parts => ({
  modifiers: [], name: undefined, account: undefined, roles: [], schema: undefined, aspect: undefined, connection: undefined,
  file: undefined, position: undefined, channel: undefined, number: undefined, format: undefined, like: undefined,
  where: undefined, limit: undefined,
}); // biome-ignore format: one line of keys

export type Tail =
  | 'none' | 'filter' | 'schema' | 'table' | 'index' | 'name' | 'database' | 'account' | 'engine' | 'grants' | 'profile'
  | 'limit' | 'events' | 'replica' | 'explain' | 'soname'; // biome-ignore format: a list

function parseFilter(p: Cursor, parts: Parts): void {
  if (accept(p, 'LIKE')) parts.like = parseString(p);
  else if (accept(p, 'WHERE')) parts.where = parseExpression(p);
}

const acceptFrom = (p: Cursor): boolean => accept(p, 'FROM') || accept(p, 'IN');

function parseTable(p: Cursor, parts: Parts): void {
  if (!acceptFrom(p)) fail(p, 'FROM', 'IN');
  parts.name = parseQualifiedName(p, 'a table');
  if (acceptFrom(p)) parts.schema = parseName(p, 'a schema');
}

const profileTypes = [
  ['ALL'], ['CPU'], ['MEMORY'], ['IPC'], ['SWAPS'], ['SOURCE'], ['BLOCK', 'IO'], ['CONTEXT', 'SWITCHES'], ['PAGE', 'FAULTS'],
] as const; // biome-ignore format: a table

function parseProfileType(p: Cursor): string {
  for (const words of profileTypes) if (acceptAll(p, ...words)) return words.join(' ');
  return fail(p, 'a type of profile');
}

/** What may follow `FOR` as the number of a connection. */
const parseConnectionNumber = (p: Cursor): Expression => parseExpression(p);

/** What stands behind the words that say what is shown. */
export const tails: Readonly<Record<Tail, (p: Cursor, parts: Parts, what: string) => void>> = {
  none: () => undefined,
  filter: parseFilter,
  schema: (p, parts) => {
    if (acceptFrom(p)) parts.schema = parseName(p, 'a schema');
    parseFilter(p, parts);
  },
  table: (p, parts) => {
    parseTable(p, parts);
    parseFilter(p, parts);
  },
  index: (p, parts) => {
    parseTable(p, parts);
    if (accept(p, 'WHERE')) parts.where = parseExpression(p);
  },
  name: (p, parts) => {
    parts.name = parseQualifiedName(p);
  },
  database: (p, parts) => {
    if (acceptAll(p, 'IF', 'NOT', 'EXISTS')) parts.modifiers = ['IF NOT EXISTS'];
    const name = parseName(p, 'a schema');
    parts.name = { kind: 'qualified-name', start: name.start, end: name.end, schema: undefined, name };
  },
  account: (p, parts) => {
    if (p.mariadb && (isEnd(p) || is(p, ';'))) return;
    parts.account = parseAccount(p);
  },
  engine: (p, parts) => {
    const name = is(p, 'ALL') ? takeName(p) : parseNameOrString(p, 'an engine');
    parts.name = { kind: 'qualified-name', start: name.start, end: name.end, schema: undefined, name };
    if (p.mariadb && acceptAll(p, 'TRANSACTION', 'STATUS')) parts.aspect = 'TRANSACTION STATUS';
    else parts.aspect = expectOneOf(p, 'STATUS', 'MUTEX', 'LOGS');
  },
  grants: (p, parts) => {
    if (!accept(p, 'FOR')) return;
    parts.account = p.mariadb && is(p, 'CURRENT_ROLE') ? parseCurrentRole(p) : parseAccount(p);
    if (p.mysql && accept(p, 'USING')) parts.roles = listOf(p, parseAccount);
  },
  profile: (p, parts) => {
    if (!isEnd(p) && !is(p, ';') && !is(p, 'FOR') && !is(p, 'LIMIT')) parts.modifiers = listOf(p, parseProfileType);
    if (acceptAll(p, 'FOR', 'QUERY')) parts.number = parseInteger(p);
    parts.limit = parseLimit(p);
  },
  limit: (p, parts) => {
    parts.limit = parseLimit(p);
  },
  events: (p, parts, what) => {
    if (p.mariadb && what === 'RELAYLOG EVENTS' && isString(p)) parts.connection = parseString(p);
    if (accept(p, 'IN')) parts.file = parseString(p);
    if (accept(p, 'FROM')) parts.position = parseInteger(p);
    parts.limit = parseLimit(p);
    if (what === 'RELAYLOG EVENTS') parseChannel(p, parts);
  },
  replica: (p, parts) => {
    if (p.mariadb && isString(p)) parts.connection = parseString(p);
    expect(p, 'STATUS');
    parseChannel(p, parts);
  },
  explain: (p, parts) => {
    if (accept(p, 'FORMAT')) {
      expect(p, '=');
      parts.format = parseNameOrString(p, 'a format');
    }
    expect(p, 'FOR');
    parts.number = parseConnectionNumber(p);
  },
  soname: (p, parts) => {
    if (accept(p, 'LIKE')) parts.like = parseString(p);
    else if (accept(p, 'WHERE')) parts.where = parseExpression(p);
    else parts.file = parseString(p);
  },
};

function parseCurrentRole(p: Cursor): Show['account'] {
  const name = takeName(p);
  if (accept(p, '(')) expect(p, ')');
  return { kind: 'account', start: name.start, end: name.end, user: 'CURRENT_ROLE', host: undefined };
}

function parseChannel(p: Cursor, parts: Parts): void {
  if (is(p, 'FOR') && isAhead(p, 1, 'CHANNEL')) {
    p.at += 2;
    parts.channel = parseString(p);
  }
}
