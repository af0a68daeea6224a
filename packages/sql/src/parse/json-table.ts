import type { JsonTable, JsonTableAnswer, JsonTableColumn } from '../ast/query.ts';
import { accept, type Cursor, deeper, endOf, expect, fail, is, isAhead, listOf, startOf } from './cursor.ts';
import { parseDataType } from './data-type.ts';
import { parseExpression } from './expression.ts';
import { parseStrings } from './literals.ts';
import { parseCharsetName, parseName } from './names.ts';
import { parseSignedLiteral } from './special-forms.ts';
import { parseTableAlias } from './tables.ts';

/** JSON_TABLE(document, path COLUMNS (…)) [AS] alias */
export function parseJsonTable(p: Cursor): JsonTable {
  const start = startOf(p);
  p.at += 1;
  expect(p, '(');
  const document = parseExpression(p);
  expect(p, ',');
  const path = parseStrings(p);
  const columns = parseColumns(p);
  expect(p, ')');
  const alias = parseTableAlias(p);
  return { kind: 'json-table', start, end: endOf(p), document, path, columns, alias };
}

function parseColumns(p: Cursor): readonly JsonTableColumn[] {
  expect(p, 'COLUMNS');
  expect(p, '(');
  const columns = listOf(p, parseColumn);
  expect(p, ')');
  return columns;
}

function parseColumn(p: Cursor): JsonTableColumn {
  const start = startOf(p);
  if (is(p, 'NESTED') && (isAhead(p, 1, 'PATH') || !isAhead(p, 2, 'PATH'))) return deeper(p, parseNested);
  const name = parseName(p, 'a column');
  const nothing = { path: undefined, onEmpty: undefined, onError: undefined, columns: [] };
  if (accept(p, 'FOR')) {
    expect(p, 'ORDINALITY');
    return { kind: 'json-table-column', start, end: endOf(p), role: 'ordinality', name, type: undefined, ...nothing };
  }
  const type = parseDataType(p);
  if (p.mysql && accept(p, 'COLLATE')) parseCharsetName(p);
  const role = accept(p, 'EXISTS') ? 'exists' : 'path';
  expect(p, 'PATH');
  const path = parseStrings(p);
  const { onEmpty, onError } = role === 'path' ? parseAnswers(p) : { onEmpty: undefined, onError: undefined };
  return { kind: 'json-table-column', start, end: endOf(p), role, name, type, path, onEmpty, onError, columns: [] };
}

function parseNested(p: Cursor): JsonTableColumn {
  const start = startOf(p);
  expect(p, 'NESTED');
  accept(p, 'PATH');
  const path = parseStrings(p);
  const columns = parseColumns(p);
  const nothing = { onEmpty: undefined, onError: undefined };
  const end = endOf(p);
  return {
    kind: 'json-table-column',
    start,
    end,
    role: 'nested',
    name: undefined,
    type: undefined,
    path,
    ...nothing,
    columns,
  };
}

/** `answer ON EMPTY` and `answer ON ERROR`, each once; MySQL also reads them the other way round. */
function parseAnswers(p: Cursor): Pick<JsonTableColumn, 'onEmpty' | 'onError'> {
  let [onEmpty, onError]: [JsonTableAnswer | undefined, JsonTableAnswer | undefined] = [undefined, undefined];
  for (;;) {
    const answer = parseAnswer(p);
    if (answer === undefined) return { onEmpty, onError };
    if (accept(p, 'EMPTY') && onEmpty === undefined) onEmpty = answer;
    else if (accept(p, 'ERROR') && onError === undefined) onError = answer;
    else fail(p, 'EMPTY', 'ERROR');
  }
}

function parseAnswer(p: Cursor): JsonTableAnswer | undefined {
  const start = startOf(p);
  const answer = accept(p, 'NULL')
    ? 'NULL'
    : accept(p, 'ERROR')
      ? 'ERROR'
      : accept(p, 'DEFAULT')
        ? 'DEFAULT'
        : undefined;
  if (answer === undefined) return undefined;
  const value = answer === 'DEFAULT' ? parseSignedLiteral(p) : undefined;
  expect(p, 'ON');
  return { kind: 'json-table-answer', start, end: endOf(p), answer, value };
}
