import type { Interval } from '../ast/expression.ts';
import { TokenType } from '../lexer/tokens.ts';
import { type Cursor, endOf, expect, fail, isAhead, signOf, startOf, typeOf } from './cursor.ts';
import { parseExpression } from './expression.ts';

const units: ReadonlySet<string> = new Set(
  (
    'MICROSECOND SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR DAY_HOUR DAY_MICROSECOND DAY_MINUTE DAY_SECOND ' +
    'HOUR_MICROSECOND HOUR_MINUTE HOUR_SECOND MINUTE_MICROSECOND MINUTE_SECOND SECOND_MICROSECOND YEAR_MONTH ' +
    'SQL_TSI_SECOND SQL_TSI_MINUTE SQL_TSI_HOUR SQL_TSI_DAY SQL_TSI_WEEK SQL_TSI_MONTH SQL_TSI_QUARTER SQL_TSI_YEAR'
  ).split(' '),
);

export const isUnit = (p: Cursor, ahead = 0): boolean => units.has(signOf(p, ahead));

/** A unit of time, in capitals. SQL_TSI_ names are kept. */
export function parseUnit(p: Cursor): string {
  const sign = signOf(p);
  if (!units.has(sign)) fail(p, 'a unit of time');
  p.at += 1;
  return sign;
}

/**
 * Whether INTERVAL here starts an interval and not the function INTERVAL(n, n1, …): only the function has a comma
 * between its own brackets. Looking for it costs no second parse.
 */
export function startsInterval(p: Cursor): boolean {
  if (!isAhead(p, 1, '(') || isAhead(p, 2, 'SELECT') || isAhead(p, 2, 'WITH')) return true;
  let depth = 0;
  for (let ahead = 1; typeOf(p, ahead) !== TokenType.end; ahead += 1) {
    const sign = signOf(p, ahead);
    if (sign === '(') depth += 1;
    else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return true;
    } else if (sign === ',' && depth === 1) return false;
  }
  return true;
}

/** INTERVAL amount unit. */
export function parseInterval(p: Cursor): Interval {
  const start = startOf(p);
  expect(p, 'INTERVAL');
  const amount = parseExpression(p);
  const unit = parseUnit(p);
  return { kind: 'interval', start, end: endOf(p), amount, unit };
}
