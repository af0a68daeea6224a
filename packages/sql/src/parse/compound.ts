import type { Block, CursorStep, Declaration, Jump, Return } from '../ast/compound.ts';
import type { Identifier } from '../ast/node.ts';
import type { KnownStatement } from '../ast/statement.ts';
import { parseChoice, parseForLoop, parseLoop } from './control-flow.ts';
import {
  accept,
  acceptAll,
  bracketed,
  type Cursor,
  deeper,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  isEnd,
  isOneOf,
  listOf,
  signOf,
  startOf,
} from './cursor.ts';
import { parseDeclaration } from './declare.ts';
import { parseGetDiagnostics, parseSignal } from './diagnostics.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { isName, parseName } from './names.ts';
import { parseBareCall, parseOracleStatement } from './oracle-statement.ts';
import { parseAnyStatement, startsStatement } from './parse.ts';

/** The body of a routine, trigger or event: one statement, compound or not. */
export const parseBody = (p: Cursor): KnownStatement => insideRoutine(p, parseRoutineStatement);

/** Reads what stands in a routine. */
export function insideRoutine<T>(p: Cursor, parse: (p: Cursor) => T): T {
  const { inRoutine } = p;
  p.inRoutine = true;
  const node = deeper(p, parse);
  p.inRoutine = inRoutine;
  return node;
}

/** One statement inside a routine. */
export function parseRoutineStatement(p: Cursor): KnownStatement {
  return deeper(p, parseInside);
}

function parseInside(p: Cursor): KnownStatement {
  if (p.oracle) {
    const found = parseOracleStatement(p);
    if (found !== undefined) return found;
  } else if (isName(p) && isAhead(p, 1, ':')) return parseLabelled(p);
  switch (signOf(p)) {
    case 'BEGIN':
      return parseBlock(p, startOf(p), undefined);
    case 'IF':
    case 'CASE':
      return parseChoice(p);
    case 'LOOP':
    case 'WHILE':
    case 'REPEAT':
      return parseLoop(p, startOf(p), undefined);
    case 'FOR':
      return p.mariadb ? parseForLoop(p, startOf(p), undefined) : fail(p, 'a statement');
    case 'LEAVE':
    case 'ITERATE':
      return parseJump(p);
    case 'RETURN':
      return parseReturn(p);
    case 'OPEN':
    case 'FETCH':
    case 'CLOSE':
      return parseCursorStep(p);
    default:
      return p.oracle && !startsStatement(p) ? parseBareCall(p) : parseAnyStatement(p);
  }
}

function parseLabelled(p: Cursor): KnownStatement {
  const start = startOf(p);
  const label = parseName(p, 'a label');
  expect(p, ':');
  if (is(p, 'BEGIN')) return parseBlock(p, start, label);
  if (isOneOf(p, 'LOOP', 'WHILE', 'REPEAT')) return parseLoop(p, start, label);
  return p.mariadb && is(p, 'FOR') ? parseForLoop(p, start, label) : fail(p, 'BEGIN', 'LOOP', 'WHILE', 'REPEAT');
}

const psmEnds = ['ELSEIF'] as const;
const oracleEnds = ['ELSIF', 'EXCEPTION'] as const;

/** Statements, each with its semicolon, up to one of the words that end the list. */
export function parseStatements(p: Cursor): readonly KnownStatement[] {
  const statements: KnownStatement[] = [];
  while (!isEnd(p) && !isOneOf(p, 'END', 'ELSE', 'WHEN', 'UNTIL', ...(p.oracle ? oracleEnds : psmEnds))) {
    statements.push(parseRoutineStatement(p));
    expect(p, ';');
  }
  return statements;
}

/** The branches of IF and the bodies of loops are never empty. */
export function parseSomeStatements(p: Cursor): readonly KnownStatement[] {
  const statements = parseStatements(p);
  return statements.length === 0 ? fail(p, 'a statement') : statements;
}

/** The label may be said again behind END, when there is one. */
export function acceptEndLabel(p: Cursor, label: Identifier | undefined): void {
  if (label !== undefined && isName(p)) parseName(p);
}

function parseBlock(p: Cursor, start: number, label: Identifier | undefined): Block {
  expect(p, 'BEGIN');
  const notAtomic = p.mariadb && acceptAll(p, 'NOT', 'ATOMIC');
  const declarations: Declaration[] = [];
  while (is(p, 'DECLARE')) {
    declarations.push(parseDeclaration(p));
    expect(p, ';');
  }
  const statements = parseStatements(p);
  expect(p, 'END');
  acceptEndLabel(p, label);
  return { kind: 'block', start, end: endOf(p), label, notAtomic, declarations, statements, exceptions: [] };
}

function parseJump(p: Cursor): Jump {
  const start = startOf(p);
  const verb = accept(p, 'LEAVE') ? 'LEAVE' : 'ITERATE';
  if (verb === 'ITERATE') expect(p, 'ITERATE');
  const label = parseName(p, 'a label');
  return { kind: 'jump', start, end: endOf(p), verb, label, condition: undefined };
}

function parseReturn(p: Cursor): Return {
  const start = startOf(p);
  expect(p, 'RETURN');
  const value = p.oracle && is(p, ';') ? undefined : parseExpression(p);
  return { kind: 'return', start, end: endOf(p), value };
}

function parseCursorStep(p: Cursor): CursorStep {
  const start = startOf(p);
  if (accept(p, 'OPEN')) {
    const cursor = parseName(p, 'a cursor');
    const args = p.mariadb && is(p, '(') ? bracketed(p, (inner) => listOf(inner, parseExpression)) : [];
    return { kind: 'cursor-step', start, end: endOf(p), verb: 'OPEN', cursor, args, into: [] };
  }
  if (accept(p, 'CLOSE')) {
    const cursor = parseName(p, 'a cursor');
    return { kind: 'cursor-step', start, end: endOf(p), verb: 'CLOSE', cursor, args: [], into: [] };
  }
  expect(p, 'FETCH');
  if (p.mariadb && acceptAll(p, 'GROUP', 'NEXT', 'ROW'))
    return {
      kind: 'cursor-step',
      start,
      end: endOf(p),
      verb: 'FETCH GROUP NEXT ROW',
      cursor: undefined,
      args: [],
      into: [],
    };
  if (!acceptAll(p, 'NEXT', 'FROM')) accept(p, 'FROM');
  const cursor = parseName(p, 'a cursor');
  expect(p, 'INTO');
  const into = listOf(p, parseName);
  return { kind: 'cursor-step', start, end: endOf(p), verb: 'FETCH', cursor, args: [], into };
}

const oracle = (p: Cursor): boolean => p.oracle;

/** What MariaDB runs outside of routines: blocks that say NOT ATOMIC, and control flow without labels. */
const parseOutside = (p: Cursor): KnownStatement => parseBody(p);
const mariadb = (p: Cursor): boolean => p.mariadb;

export const compoundFamily: readonly StatementStart[] = [
  { words: ['BEGIN'], when: oracle, parse: parseOutside },
  { words: ['DECLARE'], when: oracle, parse: parseOutside },
  { words: ['RAISE'], when: oracle, parse: parseOutside },
  { words: ['BEGIN', 'NOT', 'ATOMIC'], when: mariadb, parse: parseOutside },
  { words: ['IF'], when: mariadb, parse: parseOutside },
  { words: ['CASE'], when: mariadb, parse: parseOutside },
  { words: ['LOOP'], when: mariadb, parse: parseOutside },
  { words: ['WHILE'], when: mariadb, parse: parseOutside },
  { words: ['REPEAT'], when: mariadb, parse: parseOutside },
  { words: ['FOR'], when: mariadb, parse: parseOutside },
  { words: ['SIGNAL'], parse: parseSignal },
  { words: ['RESIGNAL'], parse: parseSignal },
  { words: ['GET'], parse: parseGetDiagnostics },
];
