import type { Literal, LiteralType, Parameter } from '../ast/expression.ts';
import { TokenType } from '../lexer/tokens.ts';
import { accept, type Cursor, endOf, fail, startOf, textOf, typeOf } from './cursor.ts';
import { isString, takeStringValue } from './names.ts';

const literalTypes: Readonly<Record<number, LiteralType>> = {
  [TokenType.integer]: 'integer',
  [TokenType.decimal]: 'decimal',
  [TokenType.float]: 'float',
  [TokenType.hex]: 'hex',
  [TokenType.bit]: 'bit',
};

/** The node of one token, whose text is its value. */
export function takeLiteral(p: Cursor, type: LiteralType): Literal {
  const start = startOf(p);
  const value = textOf(p);
  p.at += 1;
  return { kind: 'literal', start, end: endOf(p), type, value, charset: undefined };
}

/** A number, or hex and bit bytes; `undefined` when another token stands here. */
export function acceptNumber(p: Cursor): Literal | undefined {
  const type = literalTypes[typeOf(p)];
  return type === undefined ? undefined : takeLiteral(p, type);
}

/** A question mark; `undefined` when another token stands here. */
export function acceptParameter(p: Cursor): Parameter | undefined {
  if (typeOf(p) !== TokenType.parameter) return undefined;
  const start = startOf(p);
  p.at += 1;
  return { kind: 'parameter', start, end: endOf(p) };
}

/** @throws SyntaxFault unless an unsigned whole number stands here. */
export function parseInteger(p: Cursor): Literal {
  const type = typeOf(p);
  if (type === TokenType.integer) return takeLiteral(p, 'integer');
  return type === TokenType.hex ? takeLiteral(p, 'hex') : fail(p, 'a whole number');
}

/** 'a' 'b' is one string. With introducer and N''. */
export function parseStrings(p: Cursor): Literal {
  const start = startOf(p);
  let charset: string | undefined;
  let type: LiteralType = 'string';
  if (typeOf(p) === TokenType.introducer) {
    charset = textOf(p).slice(1).toLowerCase();
    p.at += 1;
    const bytes = typeOf(p);
    if (bytes === TokenType.hex || bytes === TokenType.bit) {
      const inner = takeLiteral(p, bytes === TokenType.hex ? 'hex' : 'bit');
      return { kind: 'literal', start, end: inner.end, type: inner.type, value: inner.value, charset };
    }
  } else if (typeOf(p) === TokenType.nationalString) type = 'national-string';
  if (type === 'string' && !isString(p)) fail(p, 'a string');
  let value = takeStringValue(p);
  while (isString(p)) value += takeStringValue(p);
  return { kind: 'literal', start, end: endOf(p), type, value, charset };
}

/** One plain string, as the clauses of DDL take it. @throws SyntaxFault when none stands here. */
export function parseString(p: Cursor): Literal {
  const start = startOf(p);
  if (!isString(p)) fail(p, 'a string');
  const value = takeStringValue(p);
  return { kind: 'literal', start, end: endOf(p), type: 'string', value, charset: undefined };
}

/** A string, or its bytes as 0x… and b'…'. */
export function parseTextOrBytes(p: Cursor): Literal {
  const type = typeOf(p);
  if (type === TokenType.hex || type === TokenType.bit) return takeLiteral(p, type === TokenType.hex ? 'hex' : 'bit');
  return parseString(p);
}

/** A number with or without a sign. */
export function parseSignedNumber(p: Cursor): Literal {
  const start = startOf(p);
  const sign = accept(p, '-') ? '-' : accept(p, '+') ? '+' : '';
  const number = acceptNumber(p) ?? fail(p, 'a number');
  return { kind: 'literal', start, end: number.end, type: number.type, value: sign + number.value, charset: undefined };
}
