import type { Expression } from '../ast/expression.ts';
import type { QualifiedName } from '../ast/node.ts';
import type { CreateTrigger, DefineEvent, DefineLibrary, Schedule } from '../ast/routine.ts';
import type { KnownStatement } from '../ast/statement.ts';
import { parseBody } from './compound.ts';
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
  isAhead,
  isEnd,
  mariadbSince,
  mysqlSince,
  startOf,
} from './cursor.ts';
import { objectAfterDefiner, parseDefinerHead } from './definer.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { parseUnit } from './interval.ts';
import { parseString } from './literals.ts';
import { parseName, parseQualifiedName } from './names.ts';
import { parseCreatePackage } from './package.ts';
import { parseAlterRoutine, parseCode, parseCreateRoutine, parseDropRoutine } from './routine.ts';

function parseCreateTrigger(p: Cursor): CreateTrigger {
  const { start, orReplace, definer } = parseDefinerHead(p);
  expect(p, 'TRIGGER');
  const ifNotExists = (p.mariadb || p.version >= 80_029) && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseQualifiedName(p, 'a trigger');
  const time = expectOneOf(p, 'BEFORE', 'AFTER');
  const event = expectOneOf(p, 'INSERT', 'UPDATE', 'DELETE');
  expect(p, 'ON');
  const table = parseQualifiedName(p, 'a table');
  for (const word of ['FOR', 'EACH', 'ROW'] as const) expect(p, word);
  const order = acceptOneOf(p, 'FOLLOWS', 'PRECEDES');
  const other = order === undefined ? undefined : parseQualifiedName(p, 'a trigger');
  const body = parseBody(p);
  return {
    kind: 'create-trigger', start, end: endOf(p), orReplace, definer, ifNotExists, name, time, event, table, order, other, body,
  }; // biome-ignore format: one line of keys
}

/** CREATE EVENT and ALTER EVENT; the clauses have one order. */
function parseEvent(p: Cursor): DefineEvent {
  const verb = is(p, 'ALTER') ? 'ALTER' : 'CREATE';
  const { start, orReplace, definer } = parseDefinerHead(p);
  expect(p, 'EVENT');
  const ifNotExists = verb === 'CREATE' && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseQualifiedName(p, 'an event');
  let schedule: Schedule | undefined;
  if (verb === 'CREATE' || isAhead(p, 1, 'SCHEDULE')) {
    expect(p, 'ON');
    expect(p, 'SCHEDULE');
    schedule = parseSchedule(p);
  }
  const completion = parseCompletion(p);
  let renameTo: QualifiedName | undefined;
  if (verb === 'ALTER' && acceptAll(p, 'RENAME', 'TO')) renameTo = parseQualifiedName(p, 'an event');
  const status = parseStatus(p);
  const comment: Expression | undefined = accept(p, 'COMMENT') ? parseString(p) : undefined;
  let body: KnownStatement | undefined;
  if (verb === 'CREATE' || !isEnd(p)) body = parseEventBody(p);
  if (endOf(p) === name.end) fail(p, 'a clause');
  return {
    kind: 'define-event', start, end: endOf(p), verb, orReplace, definer, ifNotExists, name, schedule, completion, renameTo,
    status, comment, body,
  }; // biome-ignore format: one line of keys
}

function parseEventBody(p: Cursor): KnownStatement | undefined {
  if (is(p, ';')) return undefined;
  expect(p, 'DO');
  return parseBody(p);
}

function parseSchedule(p: Cursor): Schedule {
  const start = startOf(p);
  const nothing = undefined;
  if (accept(p, 'AT')) {
    const at = parseExpression(p);
    return {
      kind: 'schedule',
      start,
      end: endOf(p),
      at,
      every: nothing,
      unit: nothing,
      starts: nothing,
      ends: nothing,
    };
  }
  expect(p, 'EVERY');
  const every = parseExpression(p);
  const unit = parseUnit(p);
  const starts = accept(p, 'STARTS') ? parseExpression(p) : undefined;
  const ends = accept(p, 'ENDS') ? parseExpression(p) : undefined;
  return { kind: 'schedule', start, end: endOf(p), at: nothing, every, unit, starts, ends };
}

function parseCompletion(p: Cursor): DefineEvent['completion'] {
  if (!accept(p, 'ON')) return undefined;
  expect(p, 'COMPLETION');
  if (accept(p, 'PRESERVE')) return 'PRESERVE';
  expect(p, 'NOT');
  expect(p, 'PRESERVE');
  return 'NOT PRESERVE';
}

function parseStatus(p: Cursor): DefineEvent['status'] {
  if (accept(p, 'ENABLE')) return 'ENABLE';
  if (!accept(p, 'DISABLE')) return undefined;
  if (!accept(p, 'ON')) return 'DISABLE';
  if (!(p.mysql && p.version < 80_022 ? false : accept(p, 'REPLICA'))) expect(p, 'SLAVE');
  return 'DISABLE ON REPLICA';
}

function parseLibrary(p: Cursor): DefineLibrary {
  const start = startOf(p);
  const verb = accept(p, 'ALTER') ? 'ALTER' : 'CREATE';
  if (verb === 'CREATE') expect(p, 'CREATE');
  expect(p, 'LIBRARY');
  const ifNotExists = verb === 'CREATE' && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseQualifiedName(p, 'a library');
  let comment: Expression | undefined;
  if (verb === 'ALTER') {
    expect(p, 'COMMENT');
    comment = parseString(p);
    return {
      kind: 'define-library',
      start,
      end: endOf(p),
      verb,
      ifNotExists,
      name,
      comment,
      language: undefined,
      code: undefined,
    };
  }
  if (accept(p, 'COMMENT')) comment = parseString(p);
  expect(p, 'LANGUAGE');
  const language = parseName(p, 'a language');
  if (comment === undefined && accept(p, 'COMMENT')) comment = parseString(p);
  expect(p, 'AS');
  const code = parseCode(p);
  return { kind: 'define-library', start, end: endOf(p), verb, ifNotExists, name, comment, language, code };
}

const creates =
  (...objects: readonly string[]) =>
  (p: Cursor): boolean =>
    objects.includes(objectAfterDefiner(p));
const hasLibraries = (p: Cursor): boolean => mysqlSince(p, 90_200);
const mariadb = (p: Cursor): boolean => p.mariadb;
const createsPackage = (p: Cursor): boolean =>
  (p.oracle || mariadbSince(p, 110_400)) && objectAfterDefiner(p) === 'PACKAGE';

export const routineFamily: readonly StatementStart[] = [
  { words: ['CREATE'], when: creates('PROCEDURE', 'FUNCTION'), parse: parseCreateRoutine },
  { words: ['CREATE'], when: createsPackage, parse: parseCreatePackage },
  { words: ['CREATE'], when: creates('TRIGGER'), parse: parseCreateTrigger },
  { words: ['CREATE'], when: creates('EVENT'), parse: parseEvent },
  { words: ['ALTER'], when: creates('EVENT'), parse: parseEvent },
  { words: ['ALTER', 'PROCEDURE'], parse: parseAlterRoutine },
  { words: ['ALTER', 'FUNCTION'], parse: parseAlterRoutine },
  { words: ['CREATE', 'LIBRARY'], when: hasLibraries, parse: parseLibrary },
  { words: ['ALTER', 'LIBRARY'], when: hasLibraries, parse: parseLibrary },
  { words: ['DROP', 'PROCEDURE'], parse: parseDropRoutine },
  { words: ['DROP', 'FUNCTION'], parse: parseDropRoutine },
  { words: ['DROP', 'TRIGGER'], parse: parseDropRoutine },
  { words: ['DROP', 'EVENT'], parse: parseDropRoutine },
  { words: ['DROP', 'LIBRARY'], when: hasLibraries, parse: parseDropRoutine },
  { words: ['DROP', 'PACKAGE'], when: mariadb, parse: parseDropRoutine },
];
