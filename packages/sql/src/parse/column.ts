import type { Expression } from '../ast/expression.ts';
import type { Phrase } from '../ast/node.ts';
import type { ColumnAttribute, ColumnDefinition, ColumnPart, GeneratedAs } from '../ast/table-parts.ts';
import { TokenType } from '../lexer/tokens.ts';
import { parseCall } from './calls.ts';
import { isCheck, parseCheck } from './constraint.ts';
import {
  accept, acceptAll, acceptOneOf, type Cursor, endOf, expect, expectOneOf, fail, is, isAhead, isOneOf, mysqlSince, refuse, signOf,
  startOf, typeOf,
} from './cursor.ts'; // biome-ignore format: a list
import { parseDataType } from './data-type.ts';
import { parseExpression } from './expression.ts';
import { acceptNumber, parseInteger, parseString, parseStrings, takeLiteral } from './literals.ts';
import { isName, parseCharsetName, parseName } from './names.ts';
import { parseSimple } from './primary.ts';
import { isReferences, parseReferences } from './references.ts';
import {
  acceptForeignSetting,
  acceptSetting,
  oneWord,
  parseCharsetValue,
  settingShapes,
  takePhrase,
} from './settings.ts';

/** `name type …` of CREATE and ALTER TABLE. */
export function parseColumnDefinition(p: Cursor): ColumnDefinition {
  const start = startOf(p);
  const name = parseName(p, 'a column');
  return parseColumnRest(p, start, name);
}

export function parseColumnRest(p: Cursor, start: number, name: ColumnDefinition['name']): ColumnDefinition {
  const type = p.mariadb && startsGenerated(p) ? undefined : parseDataType(p);
  const collation = p.mysql && collatesBeforeAs(p) && accept(p, 'COLLATE') ? parseCharsetName(p) : undefined;
  const generated = startsGenerated(p) ? parseGenerated(p) : undefined;
  const attributes: ColumnPart[] = [];
  let references: ColumnDefinition['references'];
  for (;;) {
    if (isReferences(p) && !(p.mariadb && generated?.expression)) {
      references = parseReferences(p);
      break;
    }
    const part = acceptPart(p, attributes.at(-1), generated);
    if (part === undefined) break;
    const isCollate = part.kind === 'column-attribute' && part.name === 'COLLATE';
    if (isCollate && p.mysql && attributes.some((one) => 'name' in one && one.name === 'COLLATE'))
      refuse(p, part, 'COLLATE twice');
    attributes.push(part);
  }
  return { kind: 'column-definition', start, end: endOf(p), name, type, collation, generated, attributes, references };
}

const startsGenerated = (p: Cursor): boolean =>
  is(p, 'AS') || (is(p, 'GENERATED') && isAhead(p, 1, 'ALWAYS') && isAhead(p, 2, 'AS'));

/** Whether COLLATE x is followed by the expression of a generated column: then it is no attribute. */
const collatesBeforeAs = (p: Cursor): boolean =>
  is(p, 'COLLATE') && (isAhead(p, 2, 'AS') || (isAhead(p, 2, 'GENERATED') && isAhead(p, 3, 'ALWAYS')));

function parseGenerated(p: Cursor): GeneratedAs {
  const start = startOf(p);
  acceptAll(p, 'GENERATED', 'ALWAYS');
  expect(p, 'AS');
  if (p.mariadb && accept(p, 'ROW')) {
    const row = expectOneOf(p, 'START', 'END');
    return { kind: 'generated-as', start, end: endOf(p), expression: undefined, row, storage: undefined };
  }
  expect(p, '(');
  const expression = parseExpression(p);
  expect(p, ')');
  const word = acceptOneOf(p, 'VIRTUAL', 'STORED') ?? (p.mariadb ? acceptOneOf(p, 'PERSISTENT') : undefined);
  const storage = word === 'PERSISTENT' ? 'STORED' : word;
  return { kind: 'generated-as', start, end: endOf(p), expression, row: undefined, storage };
}

const settings = settingShapes(
  { words: ['ENGINE_ATTRIBUTE'], read: parseString, when: (p) => mysqlSince(p, 80_000) },
  { words: ['SECONDARY_ENGINE_ATTRIBUTE'], read: parseString, when: (p) => mysqlSince(p, 80_000) },
);

/** What MariaDB reads behind the expression of a generated column. */
const ofGenerated: ReadonlySet<string> = new Set('UNIQUE COMMENT INVISIBLE CHECK'.split(' '));

function acceptPart(
  p: Cursor,
  before: ColumnPart | undefined,
  generated: GeneratedAs | undefined,
): ColumnPart | undefined {
  if (p.mariadb) {
    // There the check ends the column, and has no name.
    if (before?.kind === 'check-constraint' || is(p, 'CONSTRAINT')) return undefined;
    if (generated?.expression && signOf(p) !== '' && !isAhead(p, 1, '=') && !ofGenerated.has(signOf(p)))
      return undefined;
  }
  if (is(p, 'CONSTRAINT') || is(p, 'CHECK')) return isCheck(p) ? parseCheck(p) : undefined;
  const isEnforcement = is(p, 'ENFORCED') || (is(p, 'NOT') && isAhead(p, 1, 'ENFORCED'));
  if (isEnforcement && before?.kind !== 'check-constraint') return undefined;
  return acceptAttribute(p) ?? acceptSetting(p, settings) ?? acceptForeignSetting(p);
}

function acceptAttribute(p: Cursor): ColumnAttribute | undefined {
  const start = startOf(p);
  const found = readAttribute(p);
  if (found === undefined) return undefined;
  return { kind: 'column-attribute', start, end: endOf(p), name: found[0], value: found[1] };
}

type Found = readonly [name: string, value?: ColumnAttribute['value']];

function readAttribute(p: Cursor): Found | undefined {
  const sign = signOf(p);
  switch (sign) {
    case 'NULL':
    case 'AUTO_INCREMENT':
      p.at += 1;
      return [sign];
    case 'NOT':
      if (acceptAll(p, 'NOT', 'NULL')) return ['NOT NULL'];
      return p.mysql && acceptAll(p, 'NOT', 'SECONDARY') ? ['NOT SECONDARY'] : undefined;
    case 'DEFAULT':
      p.at += 1;
      return ['DEFAULT', parseDefault(p)];
    case 'ON':
      if (!acceptAll(p, 'ON', 'UPDATE')) return undefined;
      return ['ON UPDATE', parseNow(p)];
    case 'SERIAL':
      return acceptAll(p, 'SERIAL', 'DEFAULT', 'VALUE') ? ['SERIAL DEFAULT VALUE'] : undefined;
    case 'UNIQUE':
      p.at += 1;
      accept(p, 'KEY');
      return ['UNIQUE'];
    case 'PRIMARY':
      return acceptAll(p, 'PRIMARY', 'KEY') ? ['PRIMARY KEY'] : undefined;
    case 'KEY':
      p.at += 1;
      return ['PRIMARY KEY'];
    case 'COMMENT':
      p.at += 1;
      return ['COMMENT', parseString(p)];
    case 'COLLATE':
      p.at += 1;
      return ['COLLATE', parseCharsetValue(p) as Phrase];
    default:
      return p.mysql ? readMysqlAttribute(p) : readMariadbAttribute(p);
  }
}

const parseFormat = oneWord('DEFAULT', 'FIXED', 'DYNAMIC');
const parseMedium = oneWord('DEFAULT', 'DISK', 'MEMORY');

function readMysqlAttribute(p: Cursor): Found | undefined {
  if (accept(p, 'COLUMN_FORMAT')) return ['COLUMN_FORMAT', parseFormat(p)];
  if (accept(p, 'STORAGE')) return ['STORAGE', parseMedium(p)];
  if (p.version < 80_000) return undefined;
  if (accept(p, 'SRID')) return ['SRID', parseInteger(p)];
  if (p.version >= 90_000 && acceptAll(p, 'MASKING', 'POLICY')) return ['MASKING POLICY', parseName(p, 'a policy')];
  const visibility = p.version >= 80_023 ? acceptOneOf(p, 'VISIBLE', 'INVISIBLE') : undefined;
  return visibility === undefined ? undefined : [visibility];
}

function readMariadbAttribute(p: Cursor): Found | undefined {
  if (accept(p, 'INVISIBLE')) return ['INVISIBLE'];
  if (acceptAll(p, 'WITH', 'SYSTEM', 'VERSIONING')) return ['WITH SYSTEM VERSIONING'];
  if (acceptAll(p, 'WITHOUT', 'SYSTEM', 'VERSIONING')) return ['WITHOUT SYSTEM VERSIONING'];
  if (accept(p, 'REF_SYSTEM_ID')) {
    expect(p, '=');
    return ['REF_SYSTEM_ID', parseInteger(p)];
  }
  if (!is(p, 'COMPRESSED')) return undefined;
  const name = takePhrase(p).text;
  if (!accept(p, '=')) return [name];
  return [name, isName(p) ? parseName(p) : parseString(p)];
}

/** What stands behind DEFAULT: in MySQL a literal, NOW, or an expression in brackets (8.0.13). */
export function parseDefault(p: Cursor): Expression {
  if (is(p, '(') && (p.mariadb || p.version >= 80_013)) return parseBracketed(p);
  if (p.mariadb) return parseSimple(p);
  if (isOneOf(p, 'NOW', 'CURRENT_TIMESTAMP', 'LOCALTIME', 'LOCALTIMESTAMP')) return parseNow(p);
  return parseSignedLiteral(p);
}

/** `(expression)`: a query needs brackets of its own. */
export function parseBracketed(p: Cursor): Expression {
  const start = startOf(p);
  expect(p, '(');
  const inner = parseExpression(p);
  expect(p, ')');
  return { kind: 'parenthesised', start, end: endOf(p), inner };
}

function parseNow(p: Cursor): Expression {
  if (is(p, 'NOW') && isAhead(p, 1, '(')) return parseCall(p);
  if (isOneOf(p, 'CURRENT_TIMESTAMP', 'LOCALTIME', 'LOCALTIMESTAMP')) return parseCall(p);
  return fail(p, 'CURRENT_TIMESTAMP');
}

/** A literal, with a sign before a number. */
export function parseSignedLiteral(p: Cursor): Expression {
  const start = startOf(p);
  const sign = acceptOneOf(p, '-', '+');
  if (sign !== undefined) {
    const type = typeOf(p);
    if (type !== TokenType.integer && type !== TokenType.decimal && type !== TokenType.float) fail(p, 'a number');
    const operand = acceptNumber(p) ?? fail(p, 'a number');
    return { kind: 'unary', start, end: endOf(p), operator: sign, operand };
  }
  return parsePlainLiteral(p);
}

function parsePlainLiteral(p: Cursor): Expression {
  if (is(p, 'NULL')) return { ...takeLiteral(p, 'null'), value: 'NULL' };
  const boolean = signOf(p);
  if (boolean === 'TRUE' || boolean === 'FALSE') return { ...takeLiteral(p, 'boolean'), value: boolean };
  if (isOneOf(p, 'DATE', 'TIME', 'TIMESTAMP') && typeOf(p, 1) === TokenType.string) return parseSimple(p);
  return acceptNumber(p) ?? parseStrings(p);
}
