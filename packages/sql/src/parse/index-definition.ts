import type { Identifier, Phrase } from '../ast/node.ts';
import type { IndexDefinition, IndexPart, IndexSetting } from '../ast/table-parts.ts';
import { parseBracketed } from './column.ts';
import {
  accept, acceptAll, acceptOneOf, type Cursor, endOf, expect, expectOneOf, fail, is, isAhead, isOneOf, listOf, mariadbSince,
  mysqlSince, startOf, wordsSince,
} from './cursor.ts'; // biome-ignore format: a list
import { parseInteger, parseString } from './literals.ts';
import { isName, parseName } from './names.ts';
import { acceptForeignSetting, acceptSetting, parseBigNumber, settingShapes, takePhrase } from './settings.ts';

export type IndexType = IndexDefinition['type'];

const onMysql8 = (p: Cursor): boolean => mysqlSince(p, 80_000);

const common = [
  { words: ['KEY_BLOCK_SIZE'], read: parseBigNumber },
  { words: ['COMMENT'], read: parseString, equals: 'none' },
  { words: ['ENGINE_ATTRIBUTE'], read: parseString, when: onMysql8 },
  { words: ['SECONDARY_ENGINE_ATTRIBUTE'], read: parseString, when: onMysql8 },
] as const;
const ordinaryShapes = settingShapes(...common);
const fulltextShapes = settingShapes(...common, { words: ['WITH', 'PARSER'], read: parseName, equals: 'none' });

/** Whether an index begins here: INDEX, KEY, UNIQUE, PRIMARY KEY, FULLTEXT, SPATIAL, VECTOR. */
export function startsIndex(p: Cursor): boolean {
  if (isOneOf(p, 'INDEX', 'KEY', 'UNIQUE', 'PRIMARY', 'FULLTEXT', 'SPATIAL')) return true;
  return isVectorIndex(p);
}

export const isVectorIndex = (p: Cursor): boolean =>
  mariadbSince(p, 110_700) && is(p, 'VECTOR') && (isAhead(p, 1, 'INDEX') || isAhead(p, 1, 'KEY') || isAhead(p, 1, '('));

/** An index in CREATE TABLE or behind ADD; the constraint before it is read already. */
export function parseIndexDefinition(
  p: Cursor,
  start: number,
  constraint: IndexDefinition['constraint'],
): IndexDefinition {
  const type = parseType(p, constraint !== undefined);
  const ifNotExists = p.mariadb && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const plain = type !== 'FULLTEXT' && type !== 'SPATIAL' && type !== 'VECTOR';
  const name = isName(p) && !(plain && is(p, 'USING')) ? parseName(p) : undefined;
  const using = plain ? acceptUsing(p, name !== undefined) : undefined;
  const parts = parseIndexParts(p, constraint !== undefined || type === 'UNIQUE' || type === 'PRIMARY KEY');
  const settings = parseIndexSettings(p, type);
  return {
    kind: 'index-definition',
    start,
    end: endOf(p),
    constraint,
    type,
    ifNotExists,
    name,
    using,
    parts,
    settings,
  };
}

function parseType(p: Cursor, constrained: boolean): IndexType {
  if (acceptAll(p, 'PRIMARY', 'KEY')) return 'PRIMARY KEY';
  const type = acceptOneOf(p, 'UNIQUE');
  if (type === undefined && constrained) return fail(p, 'PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY', 'CHECK');
  const other = type ?? acceptOneOf(p, 'FULLTEXT', 'SPATIAL', 'VECTOR');
  if (other === undefined) expectOneOf(p, 'INDEX', 'KEY');
  else acceptOneOf(p, 'INDEX', 'KEY');
  return other ?? 'INDEX';
}

/** USING BTREE; behind a name also TYPE BTREE. */
export function acceptUsing(p: Cursor, named: boolean): string | undefined {
  if (!accept(p, 'USING') && !(named && accept(p, 'TYPE'))) return undefined;
  return expectOneOf(p, 'BTREE', 'RTREE', 'HASH');
}

/** `(a, b(10) DESC, (a + b))` */
export function parseIndexParts(p: Cursor, unique: boolean): readonly IndexPart[] {
  expect(p, '(');
  const parts = listOf(p, parseIndexPart);
  const { at } = p;
  const last = parts.at(-1);
  if (p.mariadb && unique && parts.length > 1 && last?.column && acceptAll(p, 'WITHOUT', 'OVERLAPS')) {
    if (last.length !== undefined || last.direction !== undefined) p.at = at;
    expect(p, ')');
    return parts.with(-1, {
      ...last,
      end: p.tokens.ends[p.at - 2] ?? last.end,
      column: undefined,
      period: last.column,
    });
  }
  expect(p, ')');
  return parts;
}

function parseIndexPart(p: Cursor): IndexPart {
  const start = startOf(p);
  let [column, length]: [Identifier | undefined, IndexPart['length']] = [undefined, undefined];
  const expression = is(p, '(') && mysqlSince(p, 80_013) ? parseBracketed(p) : undefined;
  if (expression === undefined) {
    column = parseName(p, 'a column');
    if (accept(p, '(')) {
      length = parseInteger(p);
      expect(p, ')');
    }
  }
  const direction = acceptOneOf(p, 'ASC', 'DESC');
  return { kind: 'index-part', start, end: endOf(p), column, length, expression, period: undefined, direction };
}

/** What stands behind the columns. */
export function parseIndexSettings(p: Cursor, type: IndexType): readonly IndexSetting[] {
  const settings: IndexSetting[] = [];
  for (;;) {
    const setting = acceptIndexSetting(p, type);
    if (setting === undefined) return settings;
    settings.push(setting);
  }
}

function acceptIndexSetting(p: Cursor, type: IndexType): IndexSetting | undefined {
  const shapes = type === 'FULLTEXT' ? fulltextShapes : ordinaryShapes;
  const plain = type !== 'FULLTEXT' && type !== 'SPATIAL' && type !== 'VECTOR';
  return (
    (plain ? acceptUsingPhrase(p) : undefined) ??
    acceptVisibility(p) ??
    acceptSetting(p, shapes) ??
    acceptForeignSetting(p)
  );
}

function acceptUsingPhrase(p: Cursor): Phrase | undefined {
  const start = startOf(p);
  const using = is(p, 'USING') || is(p, 'TYPE') ? acceptUsing(p, true) : undefined;
  return using === undefined ? undefined : { kind: 'phrase', start, end: endOf(p), text: `USING ${using}` };
}

/** VISIBLE and INVISIBLE, in MariaDB [NOT] IGNORED. */
export function acceptVisibility(p: Cursor): Phrase | undefined {
  if (mysqlSince(p, 80_000) && isOneOf(p, 'VISIBLE', 'INVISIBLE')) return takePhrase(p);
  if (!p.mariadb) return undefined;
  const [start, { at }] = [startOf(p), p];
  if (!accept(p, 'IGNORED') && !acceptAll(p, 'NOT', 'IGNORED')) return undefined;
  return { kind: 'phrase', start, end: endOf(p), text: wordsSince(p, at) };
}
