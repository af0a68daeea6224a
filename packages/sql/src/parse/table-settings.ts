import type { Setting } from '../ast/table-parts.ts';
import type { Cursor } from './cursor.ts';
import { is, mysqlSince } from './cursor.ts';
import { parseString } from './literals.ts';
import { parseName } from './names.ts';
import {
  acceptForeignSetting, acceptSetting, charsetShapes, oneWord, parseBigNumber, parseNameOrText, parseNumber, parsePages,
  parseSettings, parseSize, parseSwitch, type SettingShape, type SettingValue, settingShapes, takePhrase,
} from './settings.ts'; // biome-ignore format: a list

const onMysql8 = (p: Cursor): boolean => mysqlSince(p, 80_000);
const onMysql = (p: Cursor): boolean => p.mysql;
const onMariadb = (p: Cursor): boolean => p.mariadb;

const parseEngineOrNull = (p: Cursor): SettingValue => (is(p, 'NULL') ? takePhrase(p) : parseNameOrText(p));

const shapes: readonly SettingShape[] = [
  { words: ['ENGINE'], read: parseNameOrText },
  { words: ['SECONDARY_ENGINE'], read: parseEngineOrNull, when: onMysql8 },
  { words: ['MAX_ROWS'], read: parseBigNumber },
  { words: ['MIN_ROWS'], read: parseBigNumber },
  { words: ['AVG_ROW_LENGTH'], read: parseNumber },
  { words: ['PASSWORD'], read: parseString },
  { words: ['COMMENT'], read: parseString },
  { words: ['COMPRESSION'], read: parseString, when: onMysql },
  { words: ['ENCRYPTION'], read: parseString, when: onMysql },
  { words: ['AUTO_INCREMENT'], read: parseBigNumber },
  { words: ['PACK_KEYS'], read: parseSwitch },
  { words: ['STATS_AUTO_RECALC'], read: parseSwitch },
  { words: ['STATS_PERSISTENT'], read: parseSwitch },
  { words: ['STATS_SAMPLE_PAGES'], read: parsePages },
  { words: ['CHECKSUM'], read: parseNumber },
  { words: ['TABLE_CHECKSUM'], read: parseNumber },
  { words: ['PAGE_CHECKSUM'], read: parseSwitch, when: onMariadb },
  { words: ['TRANSACTIONAL'], read: parseSwitch, when: onMariadb },
  { words: ['SEQUENCE'], read: parseSwitch, when: onMariadb },
  { words: ['DELAY_KEY_WRITE'], read: parseNumber },
  { words: ['ROW_FORMAT'], read: oneWord('DEFAULT', 'FIXED', 'DYNAMIC', 'COMPRESSED', 'REDUNDANT', 'COMPACT'), when: onMysql },
  { words: ['ROW_FORMAT'], read: oneWord('DEFAULT', 'FIXED', 'DYNAMIC', 'COMPRESSED', 'REDUNDANT', 'COMPACT', 'PAGE'), when: onMariadb },
  { words: ['UNION'], read: takePhrase },
  { words: ['INSERT_METHOD'], read: oneWord('NO', 'FIRST', 'LAST') },
  { words: ['DATA', 'DIRECTORY'], read: parseString },
  { words: ['INDEX', 'DIRECTORY'], read: parseString },
  { words: ['TABLESPACE'], read: parseName },
  { words: ['STORAGE'], read: oneWord('DISK', 'MEMORY'), equals: 'none' },
  { words: ['CONNECTION'], read: parseString },
  { words: ['KEY_BLOCK_SIZE'], read: parseBigNumber },
  { words: ['START', 'TRANSACTION'], when: onMysql8 },
  { words: ['ENGINE_ATTRIBUTE'], read: parseString, when: onMysql8 },
  { words: ['SECONDARY_ENGINE_ATTRIBUTE'], read: parseString, when: onMysql8 },
  { words: ['AUTOEXTEND_SIZE'], read: parseSize, when: onMysql8 },
  { words: ['WITH', 'SYSTEM', 'VERSIONING'], when: onMariadb },
  ...charsetShapes,
]; // biome-ignore format: a table

const tableShapes = settingShapes(...shapes);

/** `undefined` when no option of a table stands here. */
export const acceptTableSetting = (p: Cursor): Setting | undefined =>
  acceptSetting(p, tableShapes) ?? acceptForeignSetting(p);

/** The options of CREATE TABLE; commas between them may be left out. */
export const parseTableSettings = (p: Cursor): readonly Setting[] => parseSettings(p, acceptTableSetting, true);
