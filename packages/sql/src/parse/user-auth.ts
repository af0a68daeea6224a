import type { AuthFactor, DefineUser, Registration, UserAuth } from '../ast/account.ts';
import type { Expression } from '../ast/expression.ts';
import type { Account, Identifier } from '../ast/node.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  bracketed,
  type Cursor,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  isOneOf,
  mysqlSince,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseInteger, parseString, parseTextOrBytes } from './literals.ts';
import { parseAccount, parseNameOrString } from './names.ts';

/** An account and how it authenticates, as CREATE USER, ALTER USER and GRANT list them. */
export function parseUserAuth(p: Cursor, verb: DefineUser['verb'] | 'GRANT'): UserAuth {
  const start = startOf(p);
  const account = parseUserOrMe(p, verb);
  let initial: AuthFactor | undefined;
  let registration: Registration | undefined;
  let factors: readonly AuthFactor[] = [];
  const alters = verb === 'ALTER' && mysqlSince(p, 80_027);
  if (alters && typeOf(p) === TokenType.integer) registration = parseRegistration(p);
  else if (alters && isOneOf(p, 'ADD', 'MODIFY', 'DROP')) factors = parseFactorActions(p);
  else if (accept(p, 'IDENTIFIED')) factors = parseFactors(p);
  const many = verb === 'CREATE' && mysqlSince(p, 80_027);
  if (many && factors.length === 1 && acceptAll(p, 'INITIAL', 'AUTHENTICATION')) {
    expect(p, 'IDENTIFIED');
    initial = parseFactor(p, startOf(p));
  }
  const current = verb === 'ALTER' && mysqlSince(p, 80_013) && accept(p, 'REPLACE') ? parseString(p) : undefined;
  const dual = verb === 'ALTER' && mysqlSince(p, 80_014);
  const retainCurrent = dual && factors.length > 0 && acceptAll(p, 'RETAIN', 'CURRENT', 'PASSWORD');
  const discardOld = dual && factors.length === 0 && acceptAll(p, 'DISCARD', 'OLD', 'PASSWORD');
  if (current !== undefined && factors.length === 0) fail(p, 'IDENTIFIED before REPLACE');
  const end = endOf(p);
  return { kind: 'user-auth', start, end, account, factors, initial, current, retainCurrent, discardOld, registration };
}

/** ALTER USER USER(): the account that runs it. MariaDB's CURRENT_ROLE. */
function parseUserOrMe(p: Cursor, verb: string): Account {
  const start = startOf(p);
  if (p.mariadb && accept(p, 'CURRENT_ROLE')) {
    if (accept(p, '(')) expect(p, ')');
    return { kind: 'account', start, end: endOf(p), user: 'CURRENT_ROLE', host: undefined };
  }
  if (verb !== 'ALTER' || !p.mysql || !is(p, 'USER') || !isAhead(p, 1, '(')) return parseAccount(p);
  p.at += 2;
  expect(p, ')');
  return { kind: 'account', start, end: endOf(p), user: undefined, host: undefined };
}

function parseFactors(p: Cursor): readonly AuthFactor[] {
  const factors = [parseFactor(p, startOf(p))];
  if (mysqlSince(p, 80_027))
    while (factors.length < 3 && is(p, 'AND') && isAhead(p, 1, 'IDENTIFIED')) {
      p.at += 2;
      factors.push(parseFactor(p, startOf(p)));
    }
  if (p.mariadb && factors[0]?.plugin !== undefined)
    while (accept(p, 'OR')) {
      const at = startOf(p);
      factors.push(finishFactor(p, at, parseNameOrString(p, 'a plugin'), undefined, undefined));
    }
  return factors;
}

type Action = AuthFactor['action'];

/** Behind IDENTIFIED. */
function parseFactor(
  p: Cursor,
  start: number,
  action: Action = undefined,
  number: Expression | undefined = undefined,
): AuthFactor {
  if (accept(p, 'WITH') || (p.mariadb && accept(p, 'VIA'))) {
    const plugin = parseNameOrString(p, 'a plugin');
    return finishFactor(p, start, plugin, action, number);
  }
  expect(p, 'BY');
  const { form, secret } = parseSecret(p);
  return { kind: 'auth-factor', start, end: endOf(p), action, number, plugin: undefined, form, secret };
}

interface Secret {
  readonly form: AuthFactor['form'];
  readonly secret: Expression | undefined;
}

function parseSecret(p: Cursor): Secret {
  if (mysqlSince(p, 80_018) && acceptAll(p, 'RANDOM', 'PASSWORD'))
    return { form: 'RANDOM PASSWORD', secret: undefined };
  if ((p.mariadb || p.version < 80_000) && accept(p, 'PASSWORD'))
    return { form: 'BY PASSWORD', secret: parseString(p) };
  return { form: 'BY', secret: parseString(p) };
}

function finishFactor(
  p: Cursor,
  start: number,
  plugin: Identifier,
  action: Action,
  number: Expression | undefined,
): AuthFactor {
  const { form, secret } = parsePluginSecret(p);
  return { kind: 'auth-factor', start, end: endOf(p), action, number, plugin, form, secret };
}

function parsePluginSecret(p: Cursor): Secret {
  if (p.mysql && accept(p, 'BY')) return parseSecret(p);
  if (!accept(p, 'AS') && !(p.mariadb && accept(p, 'USING'))) return { form: undefined, secret: undefined };
  if (p.mariadb && accept(p, 'PASSWORD')) return { form: 'PASSWORD', secret: bracketed(p, parseString) };
  return { form: 'AS', secret: p.mysql ? parseTextOrBytes(p) : parseString(p) };
}

/** ADD 2 FACTOR …, MODIFY 3 FACTOR …, DROP 2 FACTOR: one action, for one or two factors. */
function parseFactorActions(p: Cursor): readonly AuthFactor[] {
  const factors: AuthFactor[] = [];
  for (const action of ['ADD', 'MODIFY', 'DROP'] as const)
    while ((factors.length === 0 || factors.at(-1)?.action === action) && factors.length < 2 && is(p, action)) {
      const start = startOf(p);
      p.at += 1;
      const number = parseInteger(p);
      expect(p, 'FACTOR');
      if (action === 'DROP') {
        const nothing = { plugin: undefined, form: undefined, secret: undefined };
        factors.push({ kind: 'auth-factor', start, end: endOf(p), action, number, ...nothing });
        continue;
      }
      expect(p, 'IDENTIFIED');
      factors.push(parseFactor(p, start, action, number));
    }
  return factors;
}

function parseRegistration(p: Cursor): Registration {
  const start = startOf(p);
  const number = parseInteger(p);
  expect(p, 'FACTOR');
  const word = acceptOneOf(p, 'INITIATE', 'FINISH', 'UNREGISTER') ?? fail(p, 'INITIATE', 'FINISH', 'UNREGISTER');
  let response: Expression | undefined;
  if (word !== 'UNREGISTER') expect(p, 'REGISTRATION');
  if (word === 'FINISH') {
    for (const sign of ['SET', 'CHALLENGE_RESPONSE', 'AS'] as const) expect(p, sign);
    response = parseTextOrBytes(p);
  }
  const step = word === 'UNREGISTER' ? word : (`${word} REGISTRATION` as const);
  return { kind: 'registration', start, end: endOf(p), number, step, response };
}
