import type { ConditionValue, Declaration, DeclareHandler, RoutineParameter } from '../ast/compound.ts';
import type { Identifier } from '../ast/node.ts';
import { parseRoutineStatement } from './compound.ts';
import {
  accept,
  acceptAll,
  acceptOneOf,
  bracketed,
  type Cursor,
  endOf,
  expect,
  fail,
  isAhead,
  isOneOf,
  listOf,
  mariadbSince,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseDataType } from './data-type.ts';
import { parseExpression } from './expression.ts';
import { parseInteger, parseString } from './literals.ts';
import { parseCharsetName, parseName } from './names.ts';
import { parseQuery, startsQuery, startsSubquery } from './query.ts';

/** DECLARE of variables, a condition, a cursor, a handler. */
export function parseDeclaration(p: Cursor): Declaration {
  const start = startOf(p);
  expect(p, 'DECLARE');
  if (isOneOf(p, 'CONTINUE', 'EXIT', 'UNDO') && isAhead(p, 1, 'HANDLER')) return parseHandler(p, start);
  const name = parseName(p, 'a variable');
  if (accept(p, 'CONDITION')) {
    expect(p, 'FOR');
    const value = parseConditionValue(p);
    if (value.what !== 'ERROR' && value.what !== 'SQLSTATE') fail(p, 'SQLSTATE');
    return { kind: 'declare-condition', start, end: endOf(p), name, value };
  }
  if (accept(p, 'CURSOR')) {
    const parameters =
      p.mariadb && isAhead(p, 0, '(')
        ? bracketed(p, (inner) => listOf(inner, mariadbSince(p, 100_800) ? parseParameter : parsePlainParameter))
        : [];
    expect(p, 'FOR');
    if (!startsQuery(p) && !startsSubquery(p)) fail(p, 'SELECT');
    const query = parseQuery(p);
    return { kind: 'declare-cursor', start, end: endOf(p), name, parameters, query };
  }
  const names: Identifier[] = [name];
  while (accept(p, ',')) names.push(parseName(p, 'a variable'));
  const type = parseDataType(p);
  const collation = type.collation === undefined && accept(p, 'COLLATE') ? parseCharsetName(p) : undefined;
  const initial = accept(p, 'DEFAULT') ? parseExpression(p) : undefined;
  return { kind: 'declare-variables', start, end: endOf(p), names, type, collation, initial };
}

export function parseHandler(p: Cursor, start: number): DeclareHandler {
  const action = acceptOneOf(p, 'CONTINUE', 'EXIT', 'UNDO') ?? fail(p, 'CONTINUE', 'EXIT');
  expect(p, 'HANDLER');
  expect(p, 'FOR');
  const conditions = listOf(p, parseConditionValue);
  const statement = parseRoutineStatement(p);
  return { kind: 'declare-handler', start, end: endOf(p), action, conditions, statement };
}

/** An error's number, SQLSTATE, a condition's name, SQLWARNING, NOT FOUND, SQLEXCEPTION. */
export function parseConditionValue(p: Cursor): ConditionValue {
  const start = startOf(p);
  if (accept(p, 'SQLWARNING'))
    return { kind: 'condition-value', start, end: endOf(p), what: 'SQLWARNING', value: undefined };
  if (acceptAll(p, 'NOT', 'FOUND'))
    return { kind: 'condition-value', start, end: endOf(p), what: 'NOT FOUND', value: undefined };
  if (p.oracle && accept(p, 'OTHERS'))
    return { kind: 'condition-value', start, end: endOf(p), what: 'OTHERS', value: undefined };
  if (accept(p, 'SQLEXCEPTION'))
    return { kind: 'condition-value', start, end: endOf(p), what: 'SQLEXCEPTION', value: undefined };
  const named = parseNamedCondition(p);
  if (named !== undefined) return named;
  const value = parseInteger(p);
  return { kind: 'condition-value', start, end: endOf(p), what: 'ERROR', value };
}

/** SQLSTATE [VALUE] 'x', or the name of a condition: what SIGNAL takes too. */
export function parseNamedCondition(p: Cursor): ConditionValue | undefined {
  const start = startOf(p);
  if (accept(p, 'SQLSTATE')) {
    accept(p, 'VALUE');
    const value = parseString(p);
    return { kind: 'condition-value', start, end: endOf(p), what: 'SQLSTATE', value };
  }
  if (isNumberToken(p)) return undefined;
  const value = parseName(p, 'a condition');
  return { kind: 'condition-value', start, end: endOf(p), what: 'NAME', value };
}

const isNumberToken = (p: Cursor): boolean => typeOf(p) >= 5 && typeOf(p) <= 9;

/** [IN | OUT | INOUT] name type, of a procedure; MariaDB 10.8 takes the words in functions too. */
export function parseParameter(p: Cursor): RoutineParameter {
  return parseModedParameter(p, acceptOneOf(p, 'IN', 'OUT', 'INOUT'));
}

export function parsePlainParameter(p: Cursor): RoutineParameter {
  return parseModedParameter(p, undefined);
}

function parseModedParameter(p: Cursor, mode: RoutineParameter['mode']): RoutineParameter {
  const start = mode === undefined ? startOf(p) : (p.tokens.starts[p.at - 1] ?? 0);
  const name = parseName(p, 'a parameter');
  const type = parseDataType(p);
  const collation = type.collation === undefined && accept(p, 'COLLATE') ? parseCharsetName(p) : undefined;
  const initial = mariadbSince(p, 110_800) && accept(p, 'DEFAULT') ? parseExpression(p) : undefined;
  return { kind: 'routine-parameter', start, end: endOf(p), mode, name, type, collation, initial };
}
