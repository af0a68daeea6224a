import { isAtLeast, type Version } from './version.ts';

const split = (text: string): readonly string[] => text.split(' ');

/** Of single-byte and East Asian character sets; the first is the one a server takes where none is named. */
const own: Readonly<Record<string, string>> = {
  armscii8: 'general_ci',
  ascii: 'general_ci',
  big5: 'chinese_ci',
  cp1250: 'general_ci croatian_ci czech_cs polish_ci',
  cp1251: 'general_ci bulgarian_ci general_cs ukrainian_ci',
  cp1256: 'general_ci',
  cp1257: 'general_ci lithuanian_ci',
  cp850: 'general_ci',
  cp852: 'general_ci',
  cp866: 'general_ci',
  cp932: 'japanese_ci',
  dec8: 'swedish_ci',
  eucjpms: 'japanese_ci',
  euckr: 'korean_ci',
  gb18030: 'chinese_ci unicode_520_ci',
  gb2312: 'chinese_ci',
  gbk: 'chinese_ci',
  geostd8: 'general_ci',
  greek: 'general_ci',
  hebrew: 'general_ci',
  hp8: 'english_ci',
  keybcs2: 'general_ci',
  koi8r: 'general_ci',
  koi8u: 'general_ci',
  latin1: 'swedish_ci danish_ci general_ci general_cs german1_ci german2_ci spanish_ci',
  latin2: 'general_ci croatian_ci czech_cs hungarian_ci',
  latin5: 'turkish_ci',
  latin7: 'general_ci estonian_cs general_cs',
  macce: 'general_ci',
  macroman: 'general_ci',
  sjis: 'japanese_ci',
  swe7: 'swedish_ci',
  tis620: 'thai_ci',
  ujis: 'japanese_ci',
};

const languages = split(
  'croatian czech danish esperanto estonian german2 hungarian icelandic latvian lithuanian persian polish roman romanian ' +
    'sinhala slovak slovenian spanish spanish2 swedish turkish vietnamese',
);
const unicode = [...split('general_ci bin unicode_ci unicode_520_ci'), ...languages.map((each) => `${each}_ci`)];

/** MySQL 8: Unicode 9.0, by locale. Those of the second list came with 8.0.30. */
const locales = split('cs da de_pb eo es es_trad et hr hu is la lt lv pl ro ru sk sl sv tr vi');
const laterLocales = split('bg bs gl mn_cyrl nb nn sr_latn');

function mysqlUtf8mb4(version: Version): readonly string[] {
  if (!isAtLeast(version, 8)) return [];
  const known = isAtLeast(version, 8, 0, 30) ? [...locales, ...laterLocales] : locales;
  return [
    ...split('0900_ai_ci 0900_as_ci 0900_as_cs ja_0900_as_cs ja_0900_as_cs_ks'),
    ...(isAtLeast(version, 8, 0, 17) ? split('0900_bin zh_0900_as_cs') : []),
    ...known.flatMap((each) => [`${each}_0900_ai_ci`, `${each}_0900_as_cs`]),
  ];
}

/** MariaDB: what does not pad, its own languages, and since 10.10 Unicode 14.0. */
function mariadbUnicode(version: Version): readonly string[] {
  const more = split(
    'nopad_bin general_nopad_ci unicode_nopad_ci unicode_520_nopad_ci croatian_mysql561_ci myanmar_ci thai_520_w2',
  );
  if (!isAtLeast(version, 10, 10)) return more;
  const of = (prefix: string) => split('ai_ci ai_cs as_ci as_cs').map((end) => `${prefix}_${end}`);
  const tailored = ['', ...languages.map((each) => `_${each}`)];
  return [...more, ...tailored.flatMap((each) => [...of(`uca1400${each}`), ...of(`uca1400${each}_nopad`)])];
}

function endingsOf(version: Version, characterSet: string): readonly string[] | undefined {
  const isMysql = version.flavor === 'mysql';
  if (characterSet === 'utf8mb4') return [...unicode, ...(isMysql ? mysqlUtf8mb4(version) : mariadbUnicode(version))];
  if (characterSet === 'utf8mb3') {
    const old = ['general_mysql500_ci', ...(isMysql && isAtLeast(version, 8) ? ['tolower_ci'] : [])];
    return [...unicode, ...old, ...(isMysql ? [] : mariadbUnicode(version))];
  }
  if (!Object.hasOwn(own, characterSet) || (characterSet === 'gb18030' && !isMysql)) return undefined;
  const named = split(own[characterSet] ?? '');
  const padless = (named[0] ?? '').replace(/_ci$/, '_nopad_ci');
  return [...named, 'bin', ...(isMysql ? [] : [padless, 'nopad_bin'])];
}

/**
 * Every collation a server of this version has for a character set that can be its own; empty where it cannot. From
 * information_schema.collations of MySQL 9.7 and MariaDB 10.11, with what the manuals say came when.
 */
export function collationsOf(version: Version, characterSet: string): readonly string[] {
  if (characterSet === 'binary') return ['binary'];
  // Three-byte UTF-8 has two names, and so have its collations.
  const names = /^utf8(mb3)?$/.test(characterSet) ? ['utf8mb3', 'utf8'] : [characterSet];
  const endings = endingsOf(version, names[0] ?? '') ?? [];
  return names.flatMap((name) => endings.map((ending) => `${name}_${ending}`));
}
