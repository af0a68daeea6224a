import { isAtLeast, type Version } from './version.ts';

/** Character sets a server can have as its own, with the collation it takes where none is named. https://dev.mysql.com/doc/refman/8.4/en/charset-charsets.html */
const defaultCollations: Readonly<Record<string, string>> = {
  armscii8: 'armscii8_general_ci',
  ascii: 'ascii_general_ci',
  big5: 'big5_chinese_ci',
  binary: 'binary',
  cp1250: 'cp1250_general_ci',
  cp1251: 'cp1251_general_ci',
  cp1256: 'cp1256_general_ci',
  cp1257: 'cp1257_general_ci',
  cp850: 'cp850_general_ci',
  cp852: 'cp852_general_ci',
  cp866: 'cp866_general_ci',
  cp932: 'cp932_japanese_ci',
  dec8: 'dec8_swedish_ci',
  eucjpms: 'eucjpms_japanese_ci',
  euckr: 'euckr_korean_ci',
  gb18030: 'gb18030_chinese_ci',
  gb2312: 'gb2312_chinese_ci',
  gbk: 'gbk_chinese_ci',
  geostd8: 'geostd8_general_ci',
  greek: 'greek_general_ci',
  hebrew: 'hebrew_general_ci',
  hp8: 'hp8_english_ci',
  keybcs2: 'keybcs2_general_ci',
  koi8r: 'koi8r_general_ci',
  koi8u: 'koi8u_general_ci',
  latin1: 'latin1_swedish_ci',
  latin2: 'latin2_general_ci',
  latin5: 'latin5_turkish_ci',
  latin7: 'latin7_general_ci',
  macce: 'macce_general_ci',
  macroman: 'macroman_general_ci',
  sjis: 'sjis_japanese_ci',
  swe7: 'swe7_swedish_ci',
  tis620: 'tis620_thai_ci',
  ujis: 'ujis_japanese_ci',
  utf8mb3: 'utf8mb3_general_ci',
  utf8mb4: 'utf8mb4_general_ci',
};

/** The collation named for a new server where the person named none, or undefined: it has no such character set. */
export function defaultCollationOf(version: Version, characterSet: string): string | undefined {
  const isMysql = version.flavor === 'mysql';
  if (characterSet === 'gb18030' && !isMysql) return undefined;
  // Named `utf8` before 8.0 and 10.6.
  if (characterSet === 'utf8') return 'utf8_general_ci';
  if (characterSet === 'utf8mb4' && isMysql && isAtLeast(version, 8)) return 'utf8mb4_0900_ai_ci';
  return Object.hasOwn(defaultCollations, characterSet) ? defaultCollations[characterSet] : undefined;
}

/** Whether a collation can belong to a character set on this flavour; that the server knows it by name is not looked up. */
export function collationFits(version: Version, characterSet: string, collation: string): boolean {
  const foreign = version.flavor === 'mysql' ? /_(uca1400|nopad)_/ : /_0900_/;
  if (foreign.test(collation)) return false;
  if (characterSet === 'binary') return collation === 'binary';
  const names = /^utf8(mb3)?$/.test(characterSet) ? ['utf8', 'utf8mb3'] : [characterSet];
  return names.some((name) => collation.startsWith(`${name}_`));
}

const sqlModes = [
  ...['ALLOW_INVALID_DATES', 'ANSI', 'ANSI_QUOTES', 'ERROR_FOR_DIVISION_BY_ZERO', 'HIGH_NOT_PRECEDENCE'],
  ...['IGNORE_SPACE', 'NO_AUTO_VALUE_ON_ZERO', 'NO_BACKSLASH_ESCAPES', 'NO_DIR_IN_CREATE', 'NO_ENGINE_SUBSTITUTION'],
  ...['NO_UNSIGNED_SUBTRACTION', 'NO_ZERO_DATE', 'NO_ZERO_IN_DATE', 'ONLY_FULL_GROUP_BY', 'PAD_CHAR_TO_FULL_LENGTH'],
  ...['PIPES_AS_CONCAT', 'REAL_AS_FLOAT', 'STRICT_ALL_TABLES', 'STRICT_TRANS_TABLES', 'TRADITIONAL'],
];
const oldSqlModes = [
  ...['DB2', 'MAXDB', 'MSSQL', 'MYSQL323', 'MYSQL40', 'ORACLE', 'POSTGRESQL', 'NO_AUTO_CREATE_USER'],
  ...['NO_FIELD_OPTIONS', 'NO_KEY_OPTIONS', 'NO_TABLE_OPTIONS'],
];

/** The words of an sql_mode this server does not know; with one of them it does not start. */
export function unknownSqlModes(version: Version, sqlMode: string): readonly string[] {
  const isMysql = version.flavor === 'mysql';
  const known = new Set([
    ...sqlModes,
    ...(isMysql && isAtLeast(version, 8) ? ['TIME_TRUNCATE_FRACTIONAL'] : oldSqlModes),
    ...(isMysql ? [] : ['EMPTY_STRING_IS_NULL', 'SIMULTANEOUS_ASSIGNMENT', 'TIME_ROUND_FRACTIONAL']),
  ]);
  return sqlMode.split(',').filter((mode) => mode !== '' && !known.has(mode));
}

/** Whether the server takes this offset: MySQL -13:59 to +14:00 since 8.0.19, all others -12:59 to +13:00. */
export function timeZoneFits(version: Version, timeZone: string): boolean {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(timeZone) ?? [];
  if (sign === undefined) return timeZone === 'SYSTEM';
  const offset = Number(hours) * 60 + Number(minutes);
  const wide = version.flavor === 'mysql' && isAtLeast(version, 8, 0, 19) ? 60 : 0;
  return sign === '+' ? offset <= 13 * 60 + wide : offset < 13 * 60 + wide;
}
