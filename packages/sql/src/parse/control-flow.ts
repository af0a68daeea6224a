import type { Branch, Choice, ForLoop, Loop } from '../ast/compound.ts';
import type { Expression } from '../ast/expression.ts';
import type { Identifier } from '../ast/node.ts';
import type { Query } from '../ast/query.ts';
import type { KnownStatement } from '../ast/statement.ts';
import { acceptEndLabel, parseSomeStatements, parseStatements } from './compound.ts';
import { accept, type Cursor, endOf, expect, fail, is, startOf } from './cursor.ts';
import { parseArithmetic, parseExpression } from './expression.ts';
import { parseName } from './names.ts';
import { parseSubqueryInBrackets, startsSubquery } from './query.ts';

/** IF … END IF and CASE … END CASE. */
export function parseChoice(p: Cursor): Choice {
  const start = startOf(p);
  const verb = accept(p, 'IF') ? 'IF' : 'CASE';
  const branches: Branch[] = [];
  let operand: Expression | undefined;
  if (verb === 'IF') {
    do branches.push(parseBranch(p));
    while (accept(p, p.oracle ? 'ELSIF' : 'ELSEIF'));
  } else {
    expect(p, 'CASE');
    if (!is(p, 'WHEN')) operand = parseExpression(p);
    expect(p, 'WHEN');
    do branches.push(parseBranch(p));
    while (accept(p, 'WHEN'));
  }
  const otherwise: readonly KnownStatement[] = accept(p, 'ELSE') ? parseSomeStatements(p) : [];
  expect(p, 'END');
  expect(p, verb);
  return { kind: 'choice', start, end: endOf(p), verb, operand, branches, otherwise };
}

function parseBranch(p: Cursor): Branch {
  const start = startOf(p);
  const condition = parseExpression(p);
  expect(p, 'THEN');
  const statements = parseSomeStatements(p);
  return { kind: 'branch', start, end: endOf(p), condition, statements };
}

/** LOOP, WHILE, REPEAT; the cursor stands behind the label. */
export function parseLoop(p: Cursor, start: number, label: Identifier | undefined): Loop {
  if (accept(p, 'WHILE')) {
    const condition = parseExpression(p);
    if (p.oracle) return { ...parseEndlessLoop(p, start, label), verb: 'WHILE', condition };
    expect(p, 'DO');
    // MariaDB takes an empty body here, and here only.
    const statements = p.mariadb ? parseStatements(p) : parseSomeStatements(p);
    endLoop(p, 'WHILE', label);
    return { kind: 'loop', start, end: endOf(p), label, verb: 'WHILE', condition, statements };
  }
  if (accept(p, 'REPEAT')) {
    const statements = parseSomeStatements(p);
    expect(p, 'UNTIL');
    const condition = parseExpression(p);
    endLoop(p, 'REPEAT', label);
    return { kind: 'loop', start, end: endOf(p), label, verb: 'REPEAT', condition, statements };
  }
  return parseEndlessLoop(p, start, label);
}

/** LOOP … END LOOP; in ORACLE mode a WHILE ends so too. */
function parseEndlessLoop(p: Cursor, start: number, label: Identifier | undefined): Loop {
  expect(p, 'LOOP');
  const statements = parseSomeStatements(p);
  endLoop(p, 'LOOP', label);
  return { kind: 'loop', start, end: endOf(p), label, verb: 'LOOP', condition: undefined, statements };
}

function endLoop(p: Cursor, verb: 'LOOP' | 'WHILE' | 'REPEAT' | 'FOR', label: Identifier | undefined): void {
  expect(p, 'END');
  expect(p, verb);
  acceptEndLabel(p, label);
}

/** A cursor, with arguments or without: never a path. */
const isCursor = (from: Expression): boolean =>
  (from.kind === 'column' && from.table === undefined) || (from.kind === 'call' && from.schema === undefined);

/** FOR i IN [REVERSE] 1 .. 9 DO …, FOR row IN cursor | (query) DO …, MariaDB. */
export function parseForLoop(p: Cursor, start: number, label: Identifier | undefined): ForLoop {
  expect(p, 'FOR');
  const variable = parseName(p, 'a variable');
  expect(p, 'IN');
  const reverse = accept(p, 'REVERSE');
  let [from, to, query]: [Expression | undefined, Expression | undefined, Query | undefined] = [
    undefined,
    undefined,
    undefined,
  ];
  if (startsSubquery(p)) query = parseSubqueryInBrackets(p);
  else {
    from = parseArithmetic(p);
    if (accept(p, '..')) to = parseArithmetic(p);
    else if (!isCursor(from)) fail(p, '..');
  }
  expect(p, p.oracle ? 'LOOP' : 'DO');
  const statements = p.oracle ? parseSomeStatements(p) : parseStatements(p);
  endLoop(p, p.oracle ? 'LOOP' : 'FOR', label);
  return { kind: 'for-loop', start, end: endOf(p), label, variable, reverse, from, to, query, statements };
}
