import type { SequenceStatement } from '../ast/sequence.ts';
import type { Setting } from '../ast/table-parts.ts';
import {
  accept,
  acceptAll,
  type Cursor,
  endOf,
  expect,
  expectOneOf,
  fail,
  isAhead,
  mariadbSince,
  startOf,
} from './cursor.ts';
import { parseDataType } from './data-type.ts';
import type { StatementStart } from './families.ts';
import { parseSignedNumber } from './literals.ts';
import { parseQualifiedName } from './names.ts';
import { acceptSetting, type SettingShape, settingShapes } from './settings.ts';
import { parseTableSettings } from './table-settings.ts';

const numbered = (words: SettingShape['words'], name: string): SettingShape => ({
  words,
  read: parseSignedNumber,
  name,
});

const shapes = settingShapes(
  numbered(['INCREMENT', 'BY'], 'INCREMENT BY'),
  numbered(['INCREMENT'], 'INCREMENT BY'),
  numbered(['MINVALUE'], 'MINVALUE'),
  numbered(['MAXVALUE'], 'MAXVALUE'),
  numbered(['START', 'WITH'], 'START WITH'),
  numbered(['START'], 'START WITH'),
  numbered(['CACHE'], 'CACHE'),
  { words: ['NO', 'MINVALUE'] },
  { words: ['NO', 'MAXVALUE'] },
  { words: ['NO', 'CACHE'], name: 'NOCACHE' },
  { words: ['NO', 'CYCLE'], name: 'NOCYCLE' },
  { words: ['NOMINVALUE'], name: 'NO MINVALUE' },
  { words: ['NOMAXVALUE'], name: 'NO MAXVALUE' },
  { words: ['NOCACHE'] },
  { words: ['NOCYCLE'] },
  { words: ['CYCLE'] },
);
const restartShapes = settingShapes(
  numbered(['RESTART', 'WITH'], 'RESTART WITH'),
  { ...numbered(['RESTART'], 'RESTART WITH'), when: (p) => isAhead(p, 1, '=') || !isEndOfRestart(p) },
  { words: ['RESTART'], when: isEndOfRestart },
);

/** RESTART alone: no number follows. */
function isEndOfRestart(p: Cursor): boolean {
  return !/^[-+\d]/.test(p.text.slice(p.tokens.starts[p.at + 1] ?? p.text.length)) && !isAhead(p, 1, '=');
}

/** CREATE and ALTER SEQUENCE. */
function parseSequence(p: Cursor): SequenceStatement {
  const start = startOf(p);
  const verb = expectOneOf(p, 'CREATE', 'ALTER');
  const orReplace = verb === 'CREATE' && acceptAll(p, 'OR', 'REPLACE');
  const temporary = verb === 'CREATE' && accept(p, 'TEMPORARY');
  expect(p, 'SEQUENCE');
  const conditional = verb === 'CREATE' ? acceptAll(p, 'IF', 'NOT', 'EXISTS') : acceptAll(p, 'IF', 'EXISTS');
  const name = parseQualifiedName(p, 'a sequence');
  const type = mariadbSince(p, 110_500) && accept(p, 'AS') ? parseDataType(p) : undefined;
  const options: Setting[] = [];
  for (let option = acceptOption(p, verb); option !== undefined; option = acceptOption(p, verb)) options.push(option);
  if (verb === 'ALTER' && options.length === 0) fail(p, 'an option of a sequence');
  const settings = verb === 'CREATE' ? parseTableSettings(p) : [];
  const end = endOf(p);
  return { kind: 'sequence', start, end, verb, orReplace, temporary, conditional, name, type, options, settings };
}

const acceptOption = (p: Cursor, verb: SequenceStatement['verb']): Setting | undefined =>
  acceptSetting(p, shapes) ?? (verb === 'ALTER' ? acceptSetting(p, restartShapes) : undefined);

function concernsSequence(p: Cursor): boolean {
  let ahead = 1;
  if (isAhead(p, ahead, 'OR') && isAhead(p, ahead + 1, 'REPLACE')) ahead += 2;
  if (isAhead(p, ahead, 'TEMPORARY')) ahead += 1;
  return p.mariadb && isAhead(p, ahead, 'SEQUENCE');
}

export const sequenceFamily: readonly StatementStart[] = [
  { words: ['CREATE'], when: concernsSequence, parse: parseSequence },
  { words: ['ALTER'], when: concernsSequence, parse: parseSequence },
];
