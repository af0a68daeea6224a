import type { Phrase } from '../ast/node.ts';
import type {
  MaskingPolicy,
  ResourceGroupStatement,
  ServerStatement,
  SpatialReferenceStatement,
} from '../ast/storage.ts';
import type { Setting } from '../ast/table-parts.ts';
import { TokenType } from '../lexer/tokens.ts';
import {
  accept,
  acceptAll,
  bracketed,
  type Cursor,
  endOf,
  expect,
  expectAll,
  expectOneOf,
  fail,
  isAhead,
  listOf,
  mariadbSince,
  mysqlSince,
  startOf,
  typeOf,
} from './cursor.ts';
import { parseExpression } from './expression.ts';
import type { StatementStart } from './families.ts';
import { parseInteger, parseSignedNumber, parseString } from './literals.ts';
import { parseName, parseNameOrString } from './names.ts';
import { acceptSetting, oneWord, parseNumber, parseSettings, settingShapes } from './settings.ts';

const serverShapes = settingShapes(
  { words: ['HOST'], read: parseString, equals: 'none' },
  { words: ['DATABASE'], read: parseString, equals: 'none' },
  { words: ['USER'], read: parseString, equals: 'none' },
  { words: ['PASSWORD'], read: parseString, equals: 'none' },
  { words: ['SOCKET'], read: parseString, equals: 'none' },
  { words: ['OWNER'], read: parseString, equals: 'none' },
  { words: ['PORT'], read: parseNumber, equals: 'none' },
);

function parseServerOption(p: Cursor): Setting {
  const known = acceptSetting(p, serverShapes);
  if (known !== undefined) return known;
  if (!mariadbSince(p, 110_600)) return fail(p, 'an option of a server');
  const start = startOf(p);
  const { name } = parseName(p, 'an option');
  const value = parseString(p);
  return { kind: 'setting', start, end: endOf(p), name, foreign: true, value, tables: [] };
}

function parseServer(p: Cursor): ServerStatement {
  const start = startOf(p);
  const verb = expectOneOf(p, 'CREATE', 'ALTER', 'DROP');
  const orReplace = verb === 'CREATE' && p.mariadb && acceptAll(p, 'OR', 'REPLACE');
  expect(p, 'SERVER');
  const conditional =
    verb === 'DROP'
      ? acceptAll(p, 'IF', 'EXISTS')
      : verb === 'CREATE' && p.mariadb && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const name = parseNameOrString(p, 'a server');
  let wrapper: ServerStatement['wrapper'];
  if (verb === 'CREATE') {
    expectAll(p, 'FOREIGN', 'DATA', 'WRAPPER');
    wrapper = parseNameOrString(p, 'a wrapper');
  }
  let options: readonly Setting[] = [];
  if (verb !== 'DROP') {
    expectAll(p, 'OPTIONS', '(');
    options = listOf(p, parseServerOption);
    expect(p, ')');
  }
  return { kind: 'server', start, end: endOf(p), verb, orReplace, conditional, name, wrapper, options };
}

const referenceShapes = settingShapes(
  { words: ['NAME'], read: parseString, equals: 'none' },
  { words: ['DEFINITION'], read: parseString, equals: 'none' },
  { words: ['ORGANIZATION'], read: parseString, equals: 'none' },
  { words: ['IDENTIFIED', 'BY'], read: parseInteger, equals: 'none' },
  { words: ['DESCRIPTION'], read: parseString, equals: 'none' },
);

function parseReferenceSystem(p: Cursor): SpatialReferenceStatement {
  const start = startOf(p);
  const verb = expectOneOf(p, 'CREATE', 'DROP');
  const orReplace = verb === 'CREATE' && acceptAll(p, 'OR', 'REPLACE');
  expectAll(p, 'SPATIAL', 'REFERENCE', 'SYSTEM');
  const conditional = verb === 'DROP' ? acceptAll(p, 'IF', 'EXISTS') : acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const id = parseInteger(p);
  const options = verb === 'DROP' ? [] : parseSettings(p, (inner) => acceptSetting(inner, referenceShapes), false);
  options.forEach((option, at) => {
    const organised = options[at + 1]?.name === 'IDENTIFIED BY';
    const identifies = option.name === 'IDENTIFIED BY' && options[at - 1]?.name !== 'ORGANIZATION';
    if ((option.name === 'ORGANIZATION' && !organised) || identifies) fail(p, 'ORGANIZATION with IDENTIFIED BY');
  });
  const kind = 'spatial-reference-system';
  return { kind, start, end: endOf(p), verb, orReplace, conditional, id, options };
}

/** 0-3, 5 */
function parseProcessors(p: Cursor): Phrase {
  const start = startOf(p);
  const ranges: string[] = [];
  do {
    const from = parseInteger(p).value;
    ranges.push(accept(p, '-') ? `${from}-${parseInteger(p).value}` : from);
    // Commas may be left out.
  } while (accept(p, ',') || typeOf(p) === TokenType.integer);
  return { kind: 'phrase', start, end: endOf(p), text: ranges.join(', ') };
}

const typeShapes = settingShapes({ words: ['TYPE'], read: oneWord('SYSTEM', 'USER') });
const processorShapes = settingShapes({ words: ['VCPU'], read: parseProcessors });
const priorityShapes = settingShapes({ words: ['THREAD_PRIORITY'], read: parseSignedNumber });

function parseResourceGroup(p: Cursor): ResourceGroupStatement {
  const start = startOf(p);
  const verb = expectOneOf(p, 'CREATE', 'ALTER', 'DROP');
  expectAll(p, 'RESOURCE', 'GROUP');
  const name = parseName(p, 'a resource group');
  const options: Setting[] = [];
  if (verb === 'CREATE') options.push(acceptSetting(p, typeShapes) ?? fail(p, 'TYPE'));
  for (const shapes of verb === 'DROP' ? [] : [processorShapes, priorityShapes]) {
    const option = acceptSetting(p, shapes);
    if (option !== undefined) options.push(option);
  }
  let enabled: boolean | undefined;
  if (verb !== 'DROP') enabled = accept(p, 'ENABLE') ? true : accept(p, 'DISABLE') ? false : undefined;
  const force = verb !== 'CREATE' && accept(p, 'FORCE');
  return { kind: 'resource-group', start, end: endOf(p), verb, name, options, enabled, force };
}

/** CREATE MASKING POLICY [IF NOT EXISTS] name(column) mask, DROP MASKING POLICY [IF EXISTS] name: MySQL 9.7. */
function parseMaskingPolicy(p: Cursor): MaskingPolicy {
  const start = startOf(p);
  const verb = expectOneOf(p, 'CREATE', 'DROP');
  expectAll(p, 'MASKING', 'POLICY');
  const ifNotExists = verb === 'CREATE' && acceptAll(p, 'IF', 'NOT', 'EXISTS');
  const ifExists = verb === 'DROP' && acceptAll(p, 'IF', 'EXISTS');
  const name = parseName(p, 'a policy');
  const column = verb === 'CREATE' ? bracketed(p, (inner) => parseName(inner, 'a column')) : undefined;
  const mask = verb === 'CREATE' ? parseExpression(p) : undefined;
  return { kind: 'masking-policy', start, end: endOf(p), verb, ifNotExists, ifExists, name, column, mask };
}

const concernsPolicy = (p: Cursor): boolean =>
  mysqlSince(p, 90_700) && isAhead(p, 1, 'MASKING') && isAhead(p, 2, 'POLICY');

const concernsServer = (p: Cursor): boolean =>
  isAhead(p, 1, 'SERVER') || (p.mariadb && isAhead(p, 1, 'OR') && isAhead(p, 2, 'REPLACE') && isAhead(p, 3, 'SERVER'));

function concernsReference(p: Cursor): boolean {
  const ahead = isAhead(p, 1, 'OR') && isAhead(p, 2, 'REPLACE') ? 3 : 1;
  return mysqlSince(p, 80_000) && isAhead(p, ahead, 'SPATIAL') && isAhead(p, ahead + 1, 'REFERENCE');
}

const concernsGroup = (p: Cursor): boolean =>
  mysqlSince(p, 80_000) && isAhead(p, 1, 'RESOURCE') && isAhead(p, 2, 'GROUP');

export const serverObjectFamily: readonly StatementStart[] = (['CREATE', 'ALTER', 'DROP'] as const).flatMap(
  (verb): readonly StatementStart[] => [
    { words: [verb], when: concernsServer, parse: parseServer },
    { words: [verb], when: (p) => verb !== 'ALTER' && concernsReference(p), parse: parseReferenceSystem },
    { words: [verb], when: concernsGroup, parse: parseResourceGroup },
    { words: [verb], when: (p) => verb !== 'ALTER' && concernsPolicy(p), parse: parseMaskingPolicy },
  ],
);
