import type { Expression, JsonMember } from '../ast/expression.ts';
import { accept, type Cursor, endOf, expect, expectOneOf, is, listOf, startOf } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseString } from './literals.ts';

/** JSON_DUALITY_OBJECT([WITH (INSERT, UPDATE, DELETE)] 'key': value, …), MySQL 9. */
export function parseJsonDualityObject(p: Cursor): Expression {
  const start = startOf(p);
  p.at += 1;
  expect(p, '(');
  const tags = accept(p, 'WITH') ? parseTags(p) : undefined;
  const members = is(p, ')') ? [] : listOf(p, parseMember);
  expect(p, ')');
  return { kind: 'json-duality-object', start, end: endOf(p), tags, members };
}

/** One tag may stand without brackets. */
function parseTags(p: Cursor): readonly string[] {
  if (!accept(p, '(')) return [parseTag(p)];
  const tags = listOf(p, parseTag);
  expect(p, ')');
  return tags;
}

function parseTag(p: Cursor): string {
  const no = accept(p, 'NO') ? 'NO ' : '';
  return no + expectOneOf(p, 'INSERT', 'UPDATE', 'DELETE');
}

function parseMember(p: Cursor): JsonMember {
  const start = startOf(p);
  const key = parseString(p);
  expect(p, ':');
  const value = parseExpression(p);
  return { kind: 'json-member', start, end: endOf(p), key, value };
}
