import type { ConditionValue, DiagnosticsItem, GetDiagnostics, Signal, SignalItem } from '../ast/compound.ts';
import type { Expression } from '../ast/expression.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptOneOf,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isEnd,
  listOf,
  refuse,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseNamedCondition } from './declare.ts';
import { parseName, takeVariableName } from './names.ts';
import { parseSimple } from './primary.ts';

const conditionItems = [
  'CLASS_ORIGIN', 'SUBCLASS_ORIGIN', 'CONSTRAINT_CATALOG', 'CONSTRAINT_SCHEMA', 'CONSTRAINT_NAME', 'CATALOG_NAME', 'SCHEMA_NAME',
  'TABLE_NAME', 'COLUMN_NAME', 'CURSOR_NAME', 'MESSAGE_TEXT', 'MYSQL_ERRNO',
] as const; // biome-ignore format: a list

/** SIGNAL and RESIGNAL. */
export function parseSignal(p: Cursor): Signal {
  const start = startOf(p);
  const verb = expectOneOf(p, 'SIGNAL', 'RESIGNAL');
  return parseSignalRest(p, start, verb);
}

/** [condition] [SET items]; only SIGNAL needs the condition. */
export function parseSignalRest(p: Cursor, start: number, verb: Signal['verb']): Signal {
  let condition: ConditionValue | undefined;
  const plain = verb !== 'SIGNAL' && (isEnd(p) || is(p, ';') || is(p, 'SET'));
  if (!plain) condition = parseNamedCondition(p) ?? fail(p, 'SQLSTATE');
  const items = accept(p, 'SET') ? listOf(p, parseSignalItem) : [];
  return { kind: 'signal', start, end: endOf(p), verb, condition, items };
}

function parseSignalItem(p: Cursor): SignalItem {
  const start = startOf(p);
  const name = expectOneOf(p, ...conditionItems);
  expect(p, '=');
  const value = parseSimpleValue(p);
  return { kind: 'signal-item', start, end: endOf(p), name, value };
}

/** A literal or a variable: no expressions. */
function parseSimpleValue(p: Cursor): Expression {
  const value = parseSimple(p);
  const simple = ['literal', 'column', 'user-variable', 'system-variable'].includes(value.kind);
  return simple ? value : refuse(p, value, 'a literal or a variable is allowed here');
}

/** GET [CURRENT | STACKED] DIAGNOSTICS … */
export function parseGetDiagnostics(p: Cursor): GetDiagnostics {
  const start = startOf(p);
  expect(p, 'GET');
  const area = acceptOneOf(p, 'CURRENT', ...(p.mysql ? (['STACKED'] as const) : []));
  expect(p, 'DIAGNOSTICS');
  const condition = accept(p, 'CONDITION') ? parseSimpleValue(p) : undefined;
  const items = listOf(p, (one) => parseDiagnosticsItem(one, condition !== undefined));
  return { kind: 'get-diagnostics', start, end: endOf(p), area, condition, items };
}

function parseDiagnosticsItem(p: Cursor, ofCondition: boolean): DiagnosticsItem {
  const start = startOf(p);
  const target = parseTarget(p);
  expect(p, '=');
  const name = ofCondition
    ? expectOneOf(p, ...conditionItems, 'RETURNED_SQLSTATE', ...(p.mariadb ? (['ROW_NUMBER'] as const) : []))
    : expectOneOf(p, 'NUMBER', 'ROW_COUNT');
  return { kind: 'diagnostics-item', start, end: endOf(p), target, name };
}

function parseTarget(p: Cursor): Expression {
  const start = startOf(p);
  if (typeOf(p) === TokenType.variable) {
    const name = takeVariableName(p);
    return { kind: 'user-variable', start, end: endOf(p), name };
  }
  const name = parseName(p, 'a variable');
  return { kind: 'column', start, end: name.end, schema: undefined, table: undefined, name };
}
