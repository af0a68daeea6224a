import type { Expression } from '../ast/expression.ts';
import type { Identifier, Phrase } from '../ast/node.ts';
import type {
  SetCharset,
  SetItem,
  SetNames,
  SetStatement,
  SetTransaction,
  SetVariable,
  SetVariables,
} from '../ast/set.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  type Cursor,
  deeper,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isAhead,
  isEnd,
  listOf,
  mysqlSince,
  signOf,
  startOf,
  textOf,
  typeOf,
} from './cursor.ts';
import { acceptCharset } from './data-type.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { isName, parseName, parseNameOrString, takeName, takeVariableName } from './names.ts';
import { parseAnyStatement } from './parse.ts';
import { parseSystemVariable } from './primary.ts';
import { parseSetDefaultRole, parseSetPassword, parseSetResourceGroup, parseSetRole } from './set-account.ts';

/** SET of variables, names, character sets and transaction characteristics. */
function parseSet(p: Cursor): SetVariables | SetTransaction {
  const start = startOf(p);
  expect(p, 'SET');
  const transaction = parseTransaction(p, start);
  if (transaction !== undefined) return transaction;
  const assignments = listOf(p, parseItem);
  return { kind: 'set-variables', start, end: endOf(p), assignments };
}

const scopeWords: ReadonlySet<string> = new Set(['GLOBAL', 'SESSION', 'LOCAL', 'PERSIST', 'PERSIST_ONLY']);

function acceptScope(p: Cursor): SetVariable['scope'] {
  const ahead = signOf(p, 1);
  // In MariaDB a variable of a routine may have such a name; to MySQL the words are scopes, always.
  if (p.mariadb && (ahead === '=' || ahead === ':=' || ahead === '.')) return undefined;
  const scope = acceptOneOf(
    p,
    'GLOBAL',
    'SESSION',
    'LOCAL',
    ...(mysqlSince(p, 80_000) ? (['PERSIST', 'PERSIST_ONLY'] as const) : []),
  );
  return scope === 'LOCAL' ? 'SESSION' : scope;
}

function parseTransaction(p: Cursor, start: number): SetTransaction | undefined {
  const ahead = is(p, 'TRANSACTION') ? 1 : 2;
  const isScoped = is(p, 'GLOBAL') || is(p, 'SESSION') || is(p, 'LOCAL');
  if (ahead === 2 && !(isScoped && isAhead(p, 1, 'TRANSACTION'))) return undefined;
  if (!isAhead(p, ahead, 'ISOLATION') && !isAhead(p, ahead, 'READ')) return undefined;
  const scope = acceptScope(p);
  expect(p, 'TRANSACTION');
  const characteristics = [parseCharacteristic(p)];
  if (accept(p, ',')) {
    if (characteristics[0]?.startsWith('READ') !== is(p, 'ISOLATION')) fail(p, 'another characteristic');
    characteristics.push(parseCharacteristic(p));
  }
  return { kind: 'set-transaction', start, end: endOf(p), scope, characteristics };
}

function parseCharacteristic(p: Cursor): string {
  if (accept(p, 'READ')) return `READ ${expectOneOf(p, 'ONLY', 'WRITE')}`;
  expect(p, 'ISOLATION');
  expect(p, 'LEVEL');
  if (accept(p, 'SERIALIZABLE')) return 'ISOLATION LEVEL SERIALIZABLE';
  if (acceptAll(p, 'REPEATABLE', 'READ')) return 'ISOLATION LEVEL REPEATABLE READ';
  expect(p, 'READ');
  return `ISOLATION LEVEL READ ${expectOneOf(p, 'COMMITTED', 'UNCOMMITTED')}`;
}

function parseItem(p: Cursor): SetItem {
  const start = startOf(p);
  if (is(p, 'NAMES') && !isAssigned(p) && !(p.mariadb && p.inRoutine && isAhead(p, 1, '='))) return parseNames(p);
  if (!isAssigned(p) && acceptCharset(p)) {
    const charset = accept(p, 'DEFAULT') ? undefined : parseCharsetOption(p);
    return { kind: 'set-charset', start, end: endOf(p), charset } satisfies SetCharset;
  }
  return parseSetVariable(p);
}

/** NAMES = … is refused by name. */
const isAssigned = (p: Cursor): boolean =>
  (isAhead(p, 1, '=') && !is(p, 'NAMES')) || isAhead(p, 1, ':=') || isAhead(p, 1, '.');

function parseNames(p: Cursor): SetNames {
  const start = startOf(p);
  expect(p, 'NAMES');
  const charset = accept(p, 'DEFAULT') ? undefined : parseCharsetOption(p);
  const collates = charset !== undefined || p.mariadb;
  const collation = collates && accept(p, 'COLLATE') ? parseCharsetOption(p) : undefined;
  return { kind: 'set-names', start, end: endOf(p), charset, collation };
}

function parseCharsetOption(p: Cursor): Identifier {
  return is(p, 'BINARY') ? takeName(p) : parseNameOrString(p, 'a character set');
}

/** `[scope] name = value`, also of SET STATEMENT. */
export function parseSetVariable(p: Cursor): SetVariable {
  const start = startOf(p);
  const scope = acceptScope(p);
  const target = parseTarget(p, scope);
  if (!accept(p, ':=')) expect(p, '=');
  const value = target.kind === 'user-variable' ? parseExpression(p) : parseSetValue(p);
  return { kind: 'set-variable', start, end: endOf(p), scope, target, value };
}

function parseTarget(p: Cursor, scope: SetVariable['scope']): Expression {
  const start = startOf(p);
  if (scope === undefined && typeOf(p) === TokenType.variable) {
    const name = takeVariableName(p);
    return { kind: 'user-variable', start, end: endOf(p), name };
  }
  if (scope === undefined && is(p, '@@')) return parseSystemVariable(p);
  // A word right before a dot has no sign.
  if (p.mysql && scopeWords.has(textOf(p).toUpperCase())) fail(p, 'a variable');
  const isDefault = is(p, 'DEFAULT') && isAhead(p, 1, '.');
  const first = isDefault ? takeName(p) : parseName(p, 'a variable');
  if (!accept(p, '.'))
    return { kind: 'column', start, end: endOf(p), schema: undefined, table: undefined, name: first };
  const name = parseName(p, 'a variable');
  return { kind: 'column', start, end: endOf(p), schema: undefined, table: first, name };
}

/** What a variable takes beside expressions: DEFAULT, ON, ALL, BINARY, ROW, SYSTEM. */
export function parseSetValue(p: Cursor): Expression | Phrase {
  const start = startOf(p);
  if (is(p, 'DEFAULT') && !isAhead(p, 1, '(')) {
    p.at += 1;
    return { kind: 'default-value', start, end: endOf(p), word: 'DEFAULT', column: undefined };
  }
  const word = acceptOneOf(p, 'ON', 'ALL');
  if (word !== undefined) return { kind: 'phrase', start, end: endOf(p), text: word };
  const sign = signOf(p);
  const alone = sign === 'BINARY' || (p.mysql && (sign === 'ROW' || sign === 'SYSTEM'));
  if (!alone || !endsValue(p)) return parseExpression(p);
  p.at += 1;
  return { kind: 'phrase', start, end: endOf(p), text: sign };
}

const endsValue = (p: Cursor): boolean =>
  isAhead(p, 1, ',') || isAhead(p, 1, ';') || isAhead(p, 1, 'FOR') || isEnd({ ...p, at: p.at + 1 });

/** SET STATEMENT … FOR …, MariaDB. */
function parseSetStatement(p: Cursor): SetStatement {
  const start = startOf(p);
  p.at += 2;
  const assignments = listOf(p, parseSetVariable);
  expect(p, 'FOR');
  const statement = deeper(p, parseAnyStatement);
  return { kind: 'set-statement', start, end: endOf(p), assignments, statement };
}

export const setFamily: readonly StatementStart[] = [
  { words: ['SET', 'PASSWORD'], when: (p) => !isAhead(p, 2, ':='), parse: parseSetPassword },
  { words: ['SET', 'DEFAULT', 'ROLE'], parse: parseSetDefaultRole },
  { words: ['SET', 'ROLE'], when: (p) => !isAhead(p, 2, '=') && !isAhead(p, 2, ':='), parse: parseSetRole },
  { words: ['SET', 'RESOURCE', 'GROUP'], when: (p) => p.mysql && p.version >= 80_000, parse: parseSetResourceGroup },
  { words: ['SET', 'STATEMENT'], when: (p) => p.mariadb && isName(p, 2), parse: parseSetStatement },
  { words: ['SET'], parse: parseSet },
];
