import type { Expression } from '../ast/expression.ts';
import { accept, type Cursor, expect, fail, is, isAhead } from './cursor.ts';
import { parseCastType } from './data-type.ts';
import { parseStrings } from './literals.ts';
import { parseSimple } from './primary.ts';
import { addArgument, addWord, type CallParts, closeCall, openCall } from './special-calls.ts';
import { parseSignedLiteral } from './special-forms.ts';

/** JSON_VALUE(document, path [RETURNING type] [answer ON EMPTY] [answer ON ERROR]) */
export function parseJsonValue(p: Cursor): Expression {
  const parts = openCall(p);
  addArgument(parts, parseSimple(p));
  expect(p, ',');
  addWord(parts, ',');
  addArgument(parts, parseStrings(p));
  if (accept(p, 'RETURNING')) {
    const type = parseCastType(p);
    addWord(parts, `RETURNING ${p.text.slice(type.start, type.end)}`);
  }
  if (parseAnswer(p, parts, 'EMPTY')) parseAnswer(p, parts, 'ERROR');
  return closeCall(parts);
}

/** One `answer ON EMPTY` or `answer ON ERROR`. Whether one for ERROR may still follow. */
function parseAnswer(p: Cursor, parts: CallParts, event: 'EMPTY' | 'ERROR'): boolean {
  if (is(p, ')')) return false;
  if (accept(p, 'NULL')) addWord(parts, 'NULL');
  else if (accept(p, 'ERROR')) addWord(parts, 'ERROR');
  else if (accept(p, 'DEFAULT')) {
    addWord(parts, 'DEFAULT');
    addArgument(parts, parseSignedLiteral(p));
  } else fail(p, 'NULL', 'ERROR', 'DEFAULT');
  expect(p, 'ON');
  if (event === 'EMPTY' && isAhead(p, 0, 'ERROR')) {
    p.at += 1;
    addWord(parts, 'ON ERROR');
    return false;
  }
  expect(p, event);
  addWord(parts, `ON ${event}`);
  return true;
}
