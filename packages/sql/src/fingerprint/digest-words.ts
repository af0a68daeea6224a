/**
 * Words that are one token to MySQL: its digest writes one of them for all. `AT: WORD` means AT is written as WORD.
 * Seen on MySQL 9.7 with STATEMENT_DIGEST_TEXT().
 */
const synonyms: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ANY:SOME BIGINT:INT8 CHAR:CHARACTER COLUMNS:FIELDS CURRENT_DATE:CURDATE CURRENT_TIME:CURTIME CURRENT_TIMESTAMP:NOW ' +
    'LOCALTIME:NOW LOCALTIMESTAMP:NOW DATABASE:SCHEMA DATABASES:SCHEMAS DAY:SQL_TSI_DAY HOUR:SQL_TSI_HOUR ' +
    'MINUTE:SQL_TSI_MINUTE MONTH:SQL_TSI_MONTH QUARTER:SQL_TSI_QUARTER SECOND:SQL_TSI_SECOND NDB:NDBCLUSTER ' +
    'DEC:DECIMAL DISTINCT:DISTINCTROW FLOAT:FLOAT4 DOUBLE:FLOAT8 INT:INTEGER INT4:INTEGER INT1:TINYINT ' +
    'INT2:SMALLINT INT3:MIDDLEINT MEDIUMINT:MIDDLEINT VARCHAR:VARCHARACTER USER:SYSTEM_USER ' +
    'SESSION_USER:SYSTEM_USER DESCRIBE:EXPLAIN GEOMCOLLECTION:GEOMETRYCOLLECTION IO_THREAD:RELAY_THREAD REGEXP:RLIKE ' +
    'STD:STDDEV_POP STDDEV:STDDEV_POP SUBSTR:SUBSTRING MID:SUBSTRING VARIANCE:VAR_POP'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** How the digest writes a keyword. */
export function digestWord(word: string): string {
  return Object.hasOwn(synonyms, word) ? (synonyms[word] ?? word) : word;
}

/** After one of these a sign belongs to the number behind it, and NULL is a value. */
export const expressionStarts: ReadonlySet<string> = new Set(
  (
    '( , = < > <= >= <> != <=> AT EVERY STARTS ENDS DEFAULT RETURN IF ELSEIF CASE WHEN WHILE UNTIL SELECT OR || XOR AND && NOT ' +
    'BETWEEN LIKE RLIKE | & << >> + - INTERVAL SQL_TSI_DAY * / % DIV MOD ^'
  ).split(' '),
);

/** Before a NULL that is a value; beside these it is part of a type, a constraint or a test. */
export const nullValueStarts: ReadonlySet<string> = new Set([
  ...expressionStarts,
  ...'THEN ELSE VALUES VALUE SET ALL DISTINCTROW := HAVING WHERE BY ! ~ SEPARATOR ESCAPE LIMIT RLIKE TO CALL DO AGAINST'.split(
    ' ',
  ),
]);
