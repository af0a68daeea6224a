import { send } from '../catalogue/statement.ts';
import type { Grant } from '../grants.ts';
import { type SqlLimits, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { ownGrants } from './own-grants-statements.ts';

/** What an account holds, each privilege apart: `SELECT`, `SELECT (host)`, `GRANT OPTION`; `on` without quotes: `*.*`, `sys.*`, `mysql.user`. */
export interface HeldPrivilege {
  readonly privilege: string;
  readonly on: string;
}

const mostLines = 2000;

/** The grants of the account this session is, with those of its active roles. @throws what the server says */
export async function readOwnGrants(
  sql: SqlRunner,
  version: Version,
  limits?: SqlLimits,
): Promise<readonly HeldPrivilege[]> {
  const rows = await send(sql, version, ownGrants, limits ? { limits } : {});
  return rows.slice(0, mostLines).flatMap((row) => parseGrant(textOf(Object.values(row)[0])));
}

/**
 * One line of SHOW GRANTS. What follows TO (names, on MariaDB the password’s hash) is never kept, but for WITH GRANT
 * OPTION. A line that grants a role, or takes part of a privilege back, says nothing more: the role’s own lines follow.
 */
export function parseGrant(line: string): readonly HeldPrivilege[] {
  if (!/^GRANT /i.test(line)) return [];
  const to = findWord(line, ' TO ', 0);
  const on = findWord(line, ' ON ', 0);
  if (to < 0 || on < 0 || on > to) return [];
  const target = nameOf(line.slice(on + 4, to));
  const held = splitList(line.slice(6, on)).flatMap((text) => privilegesOf(text));
  const passesOn = /\bWITH\b.*\bGRANT OPTION\b/i.test(line.slice(to).replaceAll(/[`'"][^`'"]*[`'"]/g, ''));
  return [...held, ...(passesOn ? ['GRANT OPTION'] : [])]
    .filter((privilege) => privilege !== 'USAGE')
    .map((privilege) => ({ privilege, on: target }));
}

/** Each wanted privilege alone, as `parseGrant` names what is held. */
export const wantedOf = (grants: readonly Grant[]): readonly HeldPrivilege[] =>
  grants.flatMap(({ privileges, on }) =>
    privileges.flatMap((text) => privilegesOf(text).map((privilege) => ({ privilege, on: on.toLowerCase() }))),
  );

export interface GrantComparison {
  /** Wanted and not held. */
  readonly missing: readonly HeldPrivilege[];
  /** Held and not wanted. */
  readonly surplus: readonly HeldPrivilege[];
}

/** What is too little and what is too much; a privilege on more than is wanted is both enough and too much. */
export function compareGrants(held: readonly HeldPrivilege[], wanted: readonly HeldPrivilege[]): GrantComparison {
  return {
    missing: wanted.filter((one) => !held.some((other) => covers(other, one))),
    surplus: held.filter((one) => !wanted.some((other) => covers(other, one))),
  };
}

/** With these an account could give itself everything else, or end or overwrite the server. */
const mighty = new Set([
  ...['ALL', 'SUPER', 'GRANT OPTION', 'CREATE USER', 'ROLE_ADMIN', 'SET_USER_ID', 'SET_ANY_DEFINER', 'PROXY'],
  ...['FILE', 'SHUTDOWN', 'SET USER'],
]);

export const isMighty = ({ privilege }: HeldPrivilege): boolean => mighty.has(privilege);

function covers(held: HeldPrivilege, wanted: HeldPrivilege): boolean {
  if (!reaches(held.on, wanted.on)) return false;
  // ALL holds everything but the right to pass it on.
  if (held.privilege === 'ALL') return wanted.privilege !== 'GRANT OPTION';
  return held.privilege === wanted.privilege || held.privilege === wanted.privilege.replace(/ \(.*\)$/, '');
}

function reaches(held: string, wanted: string): boolean {
  if (held === wanted || held === '*.*') return true;
  return held.endsWith('.*') && wanted.startsWith(held.slice(0, -1));
}

/** Other names of the same privilege. */
const aliases: Readonly<Record<string, string>> = {
  'ALL PRIVILEGES': 'ALL',
  'REPLICA MONITOR': 'SLAVE MONITOR',
  'REPLICATION REPLICA': 'REPLICATION SLAVE',
  'REPLICATION REPLICA ADMIN': 'REPLICATION SLAVE ADMIN',
  'READ_ONLY ADMIN': 'READ ONLY ADMIN',
  'DELETE VERSIONING ROWS': 'DELETE HISTORY',
};

/** `SELECT (a, b)` is two; any other is one. */
function privilegesOf(text: string): readonly string[] {
  const [, word = '', columns] = /^([^(]*?)\s*(?:\((.*)\))?$/s.exec(text.trim()) ?? [];
  const name = aliases[word.toUpperCase()] ?? word.toUpperCase();
  if (columns === undefined) return [name];
  return splitList(columns).map((column) => `${name} (${unquote(column).toLowerCase()})`);
}

const nameOf = (text: string): string =>
  splitAt(text.trim().replace(/^(TABLE|FUNCTION|PROCEDURE|PACKAGE BODY|PACKAGE) /i, ''), '.')
    .map(unquote)
    .join('.')
    .toLowerCase();

function unquote(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0] ?? '';
  if (!['`', "'", '"'].includes(quote) || !trimmed.endsWith(quote)) return trimmed;
  return trimmed.slice(1, -1).replaceAll(quote + quote, quote);
}

const splitList = (text: string): readonly string[] => splitAt(text, ',').map((part) => part.trim());

/** Splits outside quotes and brackets. */
function splitAt(text: string, separator: ',' | '.'): readonly string[] {
  const parts: string[] = [];
  let begun = 0;
  walk(text, (at, depth) => {
    if (depth > 0 || text[at] !== separator) return true;
    parts.push(text.slice(begun, at));
    begun = at + 1;
    return true;
  });
  return [...parts, text.slice(begun)];
}

/** Where a word stands outside quotes and brackets; -1: nowhere. */
function findWord(text: string, word: string, from: number): number {
  let found = -1;
  walk(text, (at, depth) => {
    if (at < from || depth > 0 || !text.startsWith(word, at)) return true;
    found = at;
    return false;
  });
  return found;
}

function walk(text: string, visit: (at: number, depth: number) => boolean): void {
  let quote = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    // A doubled quote ends one text and begins the next at once: the same in effect.
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '`' || letter === "'" || letter === '"') quote = letter;
    else {
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      if (!visit(at, depth)) return;
    }
  }
}
