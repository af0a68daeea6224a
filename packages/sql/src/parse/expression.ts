import type { BinaryOperator, Expression } from '../ast/expression.ts';
import type { Word } from '../keywords/words.ts';
import {
  accept,
  acceptOneOf,
  bracketed,
  type Cursor,
  deeper,
  endOf,
  expect,
  fail,
  is,
  isAhead,
  isOneOf,
  listOf,
  SyntaxFault,
  signOf,
  startOf,
} from './cursor.ts';
import { parseInterval, startsInterval } from './interval.ts';
import { parseSimple } from './primary.ts';
import { parseSubqueryInBrackets, startsSubquery } from './query.ts';

/** Operators in one row. More is no text a person wrote, and the tree they make is as high as they are many. */
const longestChain = 3000;

function checkChain(p: Cursor, links: number): void {
  if (links <= longestChain) return;
  const [start, end] = [startOf(p), startOf(p)];
  throw new SyntaxFault({ start, end, code: 'TOO_DEEP', message: `more than ${longestChain} operators in a row` });
}

/** Any expression: the grammar's `expr`. */
export function parseExpression(p: Cursor): Expression {
  return deeper(p, parseOr);
}

const parseOr = (p: Cursor): Expression => parseLogical(p, 0);

const logicalLevels = ['OR', 'XOR', 'AND'] as const;

function logicalHere(p: Cursor): 'OR' | 'XOR' | 'AND' | undefined {
  switch (signOf(p)) {
    case 'AND':
    case '&&':
      return 'AND';
    case 'OR':
      return 'OR';
    case '||':
      return p.dialect.sqlMode.pipesAsConcat ? undefined : 'OR';
    case 'XOR':
      return 'XOR';
    default:
      return undefined;
  }
}

/** OR below XOR below AND. All operands of one level that stand in a row are one node. */
function parseLogical(p: Cursor, level: number): Expression {
  const operator = logicalLevels[level];
  if (operator === undefined) return parseNot(p);
  const start = startOf(p);
  const first = parseLogical(p, level + 1);
  if (logicalHere(p) !== operator) return first;
  const operands = [first];
  while (logicalHere(p) === operator) {
    p.at += 1;
    operands.push(parseLogical(p, level + 1));
  }
  return { kind: 'logical', start, end: endOf(p), operator, operands };
}

function parseNot(p: Cursor): Expression {
  if (!is(p, 'NOT') || p.dialect.sqlMode.highNotPrecedence) return parseTest(p);
  const start = startOf(p);
  p.at += 1;
  const operand = deeper(p, parseNot);
  return { kind: 'unary', start, end: endOf(p), operator: 'NOT', operand };
}

function comparisonHere(p: Cursor): BinaryOperator | undefined {
  const sign = signOf(p);
  switch (sign) {
    case '=':
    case '<=>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '<>':
    case '!=':
      return sign;
    default:
      return undefined;
  }
}

/** IS and comparisons, from left to right: the grammar's `bool_pri`. */
function parseTest(p: Cursor): Expression {
  const start = startOf(p);
  let left = parsePredicate(p);
  for (let links = 0; ; links += 1) {
    checkChain(p, links);
    if (is(p, 'IS')) {
      left = parseIs(p, left, start);
      // In MySQL nothing follows IS TRUE but AND and OR; IS NULL may be compared.
      if (p.mysql && left.kind === 'is' && left.what !== 'NULL') return left;
      continue;
    }
    const operator = comparisonHere(p);
    if (operator === undefined) return left;
    p.at += 1;
    left = parseComparison(p, left, operator, start);
  }
}

function parseComparison(p: Cursor, left: Expression, operator: BinaryOperator, start: number): Expression {
  if ((is(p, 'ALL') || is(p, 'ANY') || is(p, 'SOME')) && operator !== '<=>' && isAhead(p, 1, '(')) {
    const quantifier = is(p, 'ALL') ? 'ALL' : 'ANY';
    p.at += 1;
    const query = parseSubqueryInBrackets(p);
    return { kind: 'quantified', start, end: endOf(p), operator, quantifier, left, query };
  }
  const right = parsePredicate(p);
  return { kind: 'binary', start, end: endOf(p), operator, left, right };
}

function parseIs(p: Cursor, operand: Expression, start: number): Expression {
  expect(p, 'IS');
  const not = accept(p, 'NOT');
  const sign = signOf(p);
  if (sign !== 'NULL' && sign !== 'TRUE' && sign !== 'FALSE' && sign !== 'UNKNOWN')
    return fail(p, 'NULL', 'TRUE', 'FALSE', 'UNKNOWN');
  p.at += 1;
  return { kind: 'is', start, end: endOf(p), not, operand, what: sign };
}

const afterNot: ReadonlySet<string> = new Set(['IN', 'BETWEEN', 'LIKE', 'REGEXP', 'RLIKE']);

/** IN, BETWEEN, LIKE, REGEXP, SOUNDS LIKE, MEMBER OF. MySQL takes one of them, MariaDB several in a row. */
function parsePredicate(p: Cursor): Expression {
  const start = startOf(p);
  let left = parseArithmetic(p);
  for (let links = 0; ; links += 1) {
    checkChain(p, links);
    const not = is(p, 'NOT') && afterNot.has(signOf(p, 1));
    if (not) p.at += 1;
    const next = parsePredicateTail(p, left, start, not);
    if (next === undefined) return left;
    left = next;
    if (p.mysql) return left;
  }
}

function parsePredicateTail(p: Cursor, operand: Expression, start: number, not: boolean): Expression | undefined {
  switch (signOf(p)) {
    case 'IN':
      p.at += 1;
      return parseIn(p, operand, start, not);
    case 'BETWEEN': {
      p.at += 1;
      const low = parseArithmetic(p);
      expect(p, 'AND');
      const high = deeper(p, parsePredicate);
      return { kind: 'between', start, end: endOf(p), not, operand, low, high };
    }
    case 'LIKE': {
      p.at += 1;
      const pattern = p.mariadb ? parseArithmetic(p) : parseSimple(p);
      const escapedBy = accept(p, 'ESCAPE') ? parseSimple(p) : undefined;
      return { kind: 'like', start, end: endOf(p), not, operator: 'LIKE', operand, pattern, escape: escapedBy };
    }
    case 'REGEXP':
    case 'RLIKE': {
      p.at += 1;
      const pattern = parseArithmetic(p);
      return { kind: 'like', start, end: endOf(p), not, operator: 'REGEXP', operand, pattern, escape: undefined };
    }
    case 'SOUNDS': {
      if (!isAhead(p, 1, 'LIKE')) return undefined;
      p.at += 2;
      const right = parseArithmetic(p);
      return { kind: 'binary', start, end: endOf(p), operator: 'SOUNDS LIKE', left: operand, right };
    }
    case 'MEMBER': {
      if (p.mariadb) return undefined;
      p.at += 1;
      accept(p, 'OF');
      const right = bracketed(p, parseSimple);
      return { kind: 'binary', start, end: endOf(p), operator: 'MEMBER OF', left: operand, right };
    }
    default:
      return undefined;
  }
}

function parseIn(p: Cursor, operand: Expression, start: number, not: boolean): Expression {
  if (is(p, '(') && startsSubquery(p)) {
    const query = parseSubqueryInBrackets(p);
    return { kind: 'in-query', start, end: endOf(p), not, operand, query };
  }
  const items = bracketed(p, (inner) => listOf(inner, parseExpression));
  return { kind: 'in-list', start, end: endOf(p), not, operand, items };
}

/** How tight the operators of the grammar's `bit_expr` bind. */
const levels: Readonly<Partial<Record<string, number>>> = {
  '|': 1, '&': 2, '<<': 3, '>>': 3, '+': 4, '-': 4, '*': 5, '/': 5, '%': 5, DIV: 5, MOD: 5, '^': 6, '||': 7,
}; // biome-ignore format: a table

function levelHere(p: Cursor): number {
  const sign = signOf(p);
  if (sign === '' || (sign === '||' && !p.dialect.sqlMode.pipesAsConcat)) return 0;
  return levels[sign] ?? 0;
}

/** Arithmetic and bits: the grammar's `bit_expr`. */
export function parseArithmetic(p: Cursor): Expression {
  return climb(p, 1);
}

function climb(p: Cursor, least: number): Expression {
  const start = startOf(p);
  let left: Expression =
    (is(p, 'INTERVAL') && startsInterval(p)) || signsInterval(p) ? parseLeadingInterval(p) : parseSimple(p);
  for (let links = 0; ; links += 1) {
    checkChain(p, links);
    const level = levelHere(p);
    if (level < least || level === 0) return left;
    const operator = signOf(p) as BinaryOperator;
    p.at += 1;
    const isInterval = level === 4 && is(p, 'INTERVAL' satisfies Word) && startsInterval(p);
    const right = isInterval ? parseInterval(p) : climb(p, level + 1);
    left = { kind: 'binary', start, end: endOf(p), operator, left, right };
  }
}

/** MariaDB takes a sign before it. */
const signsInterval = (p: Cursor): boolean =>
  p.mariadb && isAhead(p, 1, 'INTERVAL') && isOneOf(p, '-', '+') && !isAhead(p, 2, '(');

/** INTERVAL 1 DAY + x: only before a plus. */
function parseLeadingInterval(p: Cursor): Expression {
  const start = startOf(p);
  const operator = acceptOneOf(p, '-', '+');
  const operand = parseInterval(p);
  if (!is(p, '+')) fail(p, '+');
  return operator === undefined ? operand : { kind: 'unary', start, end: endOf(p), operator, operand };
}
