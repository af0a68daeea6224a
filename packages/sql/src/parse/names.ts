import type { Account, Identifier, QualifiedName } from '../ast/node.ts';
import { unescapeString, unquoteName } from '../lexer/quotes.ts';
import { TokenType } from '../lexer/tokens.ts';
import { accept, type Cursor, endOf, fail, is, isAhead, startOf, textOf, typeOf } from './cursor.ts';

/** Whether the token here (or `ahead` places on) may be a name: one in quotes, or a word that is not reserved. */
export function isName(p: Cursor, ahead = 0): boolean {
  const type = typeOf(p, ahead);
  if (type === TokenType.name) return true;
  // What starts with _ and a character set is an introducer only before a string; elsewhere a name.
  if (type === TokenType.introducer) return true;
  return type === TokenType.word && p.reserved[p.tokens.signs[p.at + ahead] ?? 0] === 0;
}

/** @throws SyntaxFault when no name stands here. */
export function parseName(p: Cursor, wanted = 'a name'): Identifier {
  if (!isName(p)) fail(p, wanted);
  return takeName(p);
}

/** The token here as a name, whatever it is. */
export function takeName(p: Cursor): Identifier {
  const start = startOf(p);
  const text = textOf(p);
  const quoted = text.charCodeAt(0) === 96 || text.charCodeAt(0) === 34;
  p.at += 1;
  return { kind: 'identifier', start, end: endOf(p), name: quoted ? unquoteName(text) : text, quoted };
}

/** A name, or a string where the servers take one for a name (aliases, engines, plugins, roles). */
export function parseNameOrString(p: Cursor, wanted = 'a name'): Identifier {
  if (!isString(p)) return parseName(p, wanted);
  const start = startOf(p);
  const name = takeStringValue(p);
  return { kind: 'identifier', start, end: endOf(p), name, quoted: true };
}

export const isString = (p: Cursor, ahead = 0): boolean => typeOf(p, ahead) === TokenType.string;

/** Inside of the string token here, unescaped; steps over it. */
export function takeStringValue(p: Cursor): string {
  const text = textOf(p);
  p.at += 1;
  const from = text.charCodeAt(0) === 39 || text.charCodeAt(0) === 34 ? 1 : 2;
  return unescapeString(text.slice(from, -1), text[from - 1] ?? "'", !p.dialect.sqlMode.noBackslashEscapes);
}

/** `name` or `schema.name`; MySQL before 9 also reads `.name`. */
export function parseQualifiedName(p: Cursor, wanted = 'a name'): QualifiedName {
  const start = startOf(p);
  if (is(p, '.') && p.mysql && p.version < 90_000) p.at += 1;
  const first = parseName(p, wanted);
  if (!is(p, '.')) return { kind: 'qualified-name', start, end: first.end, schema: undefined, name: first };
  p.at += 1;
  const name = parseName(p, wanted);
  return { kind: 'qualified-name', start, end: name.end, schema: first, name };
}

/** A qualified name whose last part may be `*`, as multi-table DELETE allows: `t.*`. */
export function parseDeleteTarget(p: Cursor): QualifiedName {
  const start = startOf(p);
  const parts = [parseName(p, 'a table')];
  while (is(p, '.') && !isAhead(p, 1, '*')) {
    p.at += 1;
    parts.push(parseName(p, 'a table'));
  }
  if (accept(p, '.')) p.at += 1;
  const [first, second, third] = parts;
  if (!first || third) return fail(p, 'a table');
  const [schema, name] = second ? [first, second] : [undefined, first];
  return { kind: 'qualified-name', start, end: endOf(p), schema, name };
}

/** user, 'user'@'host', user@host, CURRENT_USER[()]. Also the name of a role. */
export function parseAccount(p: Cursor): Account {
  const start = startOf(p);
  if (accept(p, 'CURRENT_USER')) {
    if (accept(p, '(') && !accept(p, ')')) fail(p, ')');
    return { kind: 'account', start, end: endOf(p), user: undefined, host: undefined };
  }
  const user = parseNameOrString(p, 'an account').name;
  const host = parseHost(p);
  return { kind: 'account', start, end: endOf(p), user, host };
}

function parseHost(p: Cursor): string | undefined {
  // The lexer reads `@host` as it reads a user variable: the same characters make both.
  if (typeOf(p) === TokenType.variable) return takeVariableName(p);
  if (!accept(p, '@')) return undefined;
  // The server takes nothing between the sign and the host but the host.
  return fail(p, 'a host');
}

/** Name of the user variable here, without sign and quotes; steps over it. */
export function takeVariableName(p: Cursor): string {
  const text = textOf(p).slice(1);
  p.at += 1;
  const quote = text[0];
  if (quote === '`') return unquoteName(text);
  if (quote !== "'" && quote !== '"') return text;
  return unescapeString(text.slice(1, -1), quote, !p.dialect.sqlMode.noBackslashEscapes);
}

/** `(a, b)` when a bracket stands here, else nothing. */
export function parseNameList(p: Cursor): readonly Identifier[] {
  if (!accept(p, '(')) return [];
  const names = [parseName(p)];
  while (accept(p, ',')) names.push(parseName(p));
  if (!accept(p, ')')) fail(p, ')');
  return names;
}

/** Charset or collation: a name, a string, or the words BINARY and DEFAULT. In lower case. */
export function parseCharsetName(p: Cursor): string {
  if (is(p, 'BINARY') || is(p, 'DEFAULT') || is(p, 'ASCII')) return takeName(p).name.toLowerCase();
  return parseNameOrString(p, 'a character set or collation').name.toLowerCase();
}
