import type { Jump, LabelledStatement, Signal } from '../ast/compound.ts';
import type { Column } from '../ast/expression.ts';
import type { CallProcedure } from '../ast/program.ts';
import type { SetVariable, SetVariables } from '../ast/set.ts';
import type { KnownStatement } from '../ast/statement.ts';
import { parseRoutineStatement } from './compound.ts';
import { parseForLoop, parseLoop } from './control-flow.ts';
import {
  accept,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  is,
  isAhead,
  isOneOf,
  signOf,
  startOf,
} from './cursor.ts';
import { parseSignalRest } from './diagnostics.ts';
import { parseExpression } from './expression.ts';
import { isName, parseName } from './names.ts';
import { parseOracleBlock } from './oracle-block.ts';
import { parseColumnName } from './primary.ts';
import { parseCalled } from './program.ts';
import { parseSetValue } from './set.ts';

/** What only ORACLE mode knows, or knows in another form; `undefined` where it is as everywhere. */
export function parseOracleStatement(p: Cursor): KnownStatement | undefined {
  const start = startOf(p);
  switch (signOf(p)) {
    case '<<':
      return parseLabelled(p, start);
    case 'BEGIN':
    case 'DECLARE':
      return parseOracleBlock(p, start, undefined);
    case 'NULL':
      p.at += 1;
      return { kind: 'null-statement', start, end: endOf(p) };
    case 'GOTO':
    case 'EXIT':
    case 'CONTINUE':
      return parseJump(p, start);
    case 'RAISE':
      return parseRaise(p, start);
    default:
      return parseOracleAssignment(p);
  }
}

/** <<label>>; a block or a loop holds it, before any other statement it is a mark for GOTO. */
function parseLabelled(p: Cursor, start: number): KnownStatement {
  expect(p, '<<');
  const label = parseName(p, 'a label');
  expect(p, '>>');
  if (isOneOf(p, 'BEGIN', 'DECLARE')) return parseOracleBlock(p, start, label);
  if (isOneOf(p, 'LOOP', 'WHILE', 'REPEAT')) return parseLoop(p, start, label);
  if (is(p, 'FOR')) return parseForLoop(p, start, label);
  const statement = parseRoutineStatement(p);
  return { kind: 'labelled-statement', start, end: endOf(p), label, statement } satisfies LabelledStatement;
}

/** GOTO label; EXIT and CONTINUE, of a label or not, WHEN a condition or not. */
function parseJump(p: Cursor, start: number): Jump {
  const verb = expectOneOf(p, 'GOTO', 'EXIT', 'CONTINUE');
  const label = verb === 'GOTO' || isName(p) ? parseName(p, 'a label') : undefined;
  const condition = verb !== 'GOTO' && accept(p, 'WHEN') ? parseExpression(p) : undefined;
  return { kind: 'jump', start, end: endOf(p), verb, label, condition };
}

/** RAISE; RAISE exception. */
function parseRaise(p: Cursor, start: number): Signal {
  expect(p, 'RAISE');
  return parseSignalRest(p, start, 'RAISE');
}

/** Names everywhere else, but not at the start of an assignment or a call: statements or their parts begin with them. */
const notAssigned: ReadonlySet<string> = new Set(
  (
    'BEGIN CHARSET CLOSE COMMIT CONTAINS DO END EXCEPTION FOLLOWS HANDLER IGNORED LANGUAGE NO OPEN PRECEDES REPAIR ROLLBACK ' +
    'SAVEPOINT SHUTDOWN TRUNCATE'
  ).split(' '),
);

/** `a := 1`, `row.a := 1`, `:NEW.a := 1`: a SET without the word. `undefined` for anything else. */
export function parseOracleAssignment(p: Cursor): SetVariables | undefined {
  const ahead = is(p, ':') ? 1 : 0;
  if (!isName(p, ahead) || notAssigned.has(signOf(p))) return undefined;
  const isAssigned =
    (ahead === 0 && isAhead(p, 1, ':=')) || (isAhead(p, ahead + 1, '.') && isAhead(p, ahead + 3, ':='));
  if (!isAssigned) return undefined;
  const start = startOf(p);
  p.at += ahead;
  const target: Column = parseColumnName(p);
  expect(p, ':=');
  const value = parseSetValue(p);
  const end = endOf(p);
  const assignment: SetVariable = { kind: 'set-variable', start, end, scope: undefined, target, value };
  return { kind: 'set-variables', start, end, assignments: [assignment] };
}

/** A procedure called by its name alone. */
export function parseBareCall(p: Cursor): CallProcedure {
  return isName(p) && !notAssigned.has(signOf(p)) ? parseCalled(p, startOf(p)) : fail(p, 'a statement');
}
