import type { Expression, JsonMember } from '../ast/expression.ts';
import { accept, acceptOneOf, type Cursor, endOf, expect, fail, is, listOf, startOf } from './cursor.ts';
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

function parseTags(p: Cursor): readonly string[] {
  expect(p, '(');
  const tags = listOf(
    p,
    (inner) => acceptOneOf(inner, 'INSERT', 'UPDATE', 'DELETE') ?? fail(inner, 'INSERT', 'UPDATE', 'DELETE'),
  );
  expect(p, ')');
  return tags;
}

function parseMember(p: Cursor): JsonMember {
  const start = startOf(p);
  const key = parseString(p);
  expect(p, ':');
  const value = parseExpression(p);
  return { kind: 'json-member', start, end: endOf(p), key, value };
}
