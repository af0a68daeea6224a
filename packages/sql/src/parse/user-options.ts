import type { AccountOption, Require } from '../ast/account.ts';
import type { Expression } from '../ast/expression.ts';
import type { Option } from '../ast/node.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isOneOf,
  mysqlSince,
  startOf,
} from './cursor.ts';
import { parseInteger, parseSignedNumber, parseString } from './literals.ts';
import { parseWholeNumber } from './whole-number.ts';

/** REQUIRE …, or nothing. */
export function parseRequire(p: Cursor): Require | undefined {
  const start = startOf(p);
  if (!accept(p, 'REQUIRE')) return undefined;
  const one = acceptOneOf(p, 'NONE', 'SSL', 'X509');
  if (one !== undefined) return { kind: 'require', start, end: endOf(p), what: one, items: [] };
  const items = [parseRequirement(p)];
  while (accept(p, 'AND') || isOneOf(p, 'SUBJECT', 'ISSUER', 'CIPHER')) items.push(parseRequirement(p));
  return { kind: 'require', start, end: endOf(p), what: 'LIST', items };
}

function parseRequirement(p: Cursor): Option<Expression> {
  const start = startOf(p);
  const name = expectOneOf(p, 'SUBJECT', 'ISSUER', 'CIPHER');
  const value = parseString(p);
  return { kind: 'option', start, end: endOf(p), name, value };
}

const resourceWords = [
  'MAX_QUERIES_PER_HOUR',
  'MAX_UPDATES_PER_HOUR',
  'MAX_CONNECTIONS_PER_HOUR',
  'MAX_USER_CONNECTIONS',
] as const;

/** WITH MAX_… n …; GRANT OPTION among them where GRANT allows it. Or nothing. */
export function parseResources(
  p: Cursor,
  grantOptionAllowed: boolean,
): { resources: readonly Option<Expression>[]; grantOption: boolean } {
  const resources: Option<Expression>[] = [];
  let grantOption = false;
  if (!is(p, 'WITH')) return { resources, grantOption };
  p.at += 1;
  for (;;) {
    if (grantOptionAllowed && acceptAll(p, 'GRANT', 'OPTION')) grantOption = true;
    else {
      const found = parseResource(p);
      if (found === undefined) break;
      resources.push(found);
    }
  }
  if (resources.length === 0 && !grantOption) fail(p, ...resourceWords);
  return { resources, grantOption };
}

function parseResource(p: Cursor): Option<Expression> | undefined {
  const start = startOf(p);
  const name = acceptOneOf(p, ...resourceWords, ...(p.mariadb ? (['MAX_STATEMENT_TIME'] as const) : []));
  if (name === undefined) return undefined;
  const value = p.mariadb ? parseSignedNumber(p) : parseInteger(p);
  return { kind: 'option', start, end: endOf(p), name, value };
}

/** ACCOUNT LOCK, PASSWORD …, FAILED_LOGIN_ATTEMPTS …, then COMMENT or ATTRIBUTE. */
export function parseAccountOptions(p: Cursor): readonly AccountOption[] {
  const options: AccountOption[] = [];
  for (let option = parseAccountOption(p); option !== undefined; option = parseAccountOption(p)) options.push(option);
  const start = startOf(p);
  const name = mysqlSince(p, 80_021) ? acceptOneOf(p, 'COMMENT', 'ATTRIBUTE') : undefined;
  if (name !== undefined) {
    const value = parseString(p);
    options.push({ kind: 'account-option', start, end: endOf(p), name, value });
  }
  return options;
}

function parseAccountOption(p: Cursor): AccountOption | undefined {
  const start = startOf(p);
  const make = (name: string, value: Expression | undefined = undefined): AccountOption => ({
    kind: 'account-option',
    start,
    end: endOf(p),
    name,
    value,
  });
  if (accept(p, 'ACCOUNT')) return make(`ACCOUNT ${expectOneOf(p, 'LOCK', 'UNLOCK')}`);
  if (mysqlSince(p, 80_019) && accept(p, 'FAILED_LOGIN_ATTEMPTS')) {
    const value = parseInteger(p);
    return make('FAILED_LOGIN_ATTEMPTS', value);
  }
  if (mysqlSince(p, 80_019) && accept(p, 'PASSWORD_LOCK_TIME')) {
    if (accept(p, 'UNBOUNDED')) return make('PASSWORD_LOCK_TIME UNBOUNDED');
    const value = parseInteger(p);
    return make('PASSWORD_LOCK_TIME', value);
  }
  if (!accept(p, 'PASSWORD')) return undefined;
  const { name, value } = parsePasswordOption(p);
  return make(`PASSWORD ${name}`, value);
}

interface Named {
  readonly name: string;
  readonly value: Expression | undefined;
}

function parsePasswordOption(p: Cursor): Named {
  if (accept(p, 'EXPIRE')) {
    const word = acceptOneOf(p, 'DEFAULT', 'NEVER');
    if (word !== undefined || !is(p, 'INTERVAL'))
      return { name: word === undefined ? 'EXPIRE' : `EXPIRE ${word}`, value: undefined };
    return { name: 'EXPIRE INTERVAL', value: parseDays(p) };
  }
  if (!mysqlSince(p, 80_000)) return fail(p, 'EXPIRE');
  if (accept(p, 'HISTORY'))
    return accept(p, 'DEFAULT')
      ? { name: 'HISTORY DEFAULT', value: undefined }
      : { name: 'HISTORY', value: parseInteger(p) };
  if (accept(p, 'REQUIRE')) {
    expect(p, 'CURRENT');
    const word = acceptOneOf(p, 'DEFAULT', 'OPTIONAL');
    return { name: word === undefined ? 'REQUIRE CURRENT' : `REQUIRE CURRENT ${word}`, value: undefined };
  }
  expect(p, 'REUSE');
  if (acceptAll(p, 'INTERVAL', 'DEFAULT')) return { name: 'REUSE INTERVAL DEFAULT', value: undefined };
  return { name: 'REUSE INTERVAL', value: parseDays(p) };
}

/** INTERVAL n DAY */
function parseDays(p: Cursor): Expression {
  expect(p, 'INTERVAL');
  const days = parseWholeNumber(p);
  expect(p, 'DAY');
  return days;
}
