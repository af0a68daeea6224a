import { type Dialect, dialectNames, dialects, isDialectName, makeDialect } from '@myriad/sql';
import { InputFault } from './input-fault.ts';

/** What a text is read as when nobody says: the long-term release most servers run or go to. */
export const defaultDialect = 'mysql-8.4';

/** The releases of each major version, first and last; of a version that still grows the last is not known. */
const releases: Readonly<Record<string, readonly [first: number, last: number]>> = {
  'mysql-5': [7, 7],
  'mysql-8': [0, 4],
  'mysql-9': [0, 99],
  'mariadb-10': [6, 11],
  'mariadb-11': [0, 8],
  'mariadb-12': [0, 99],
};

/** Short-lived releases have few patch levels: the first that was stable stands for them. */
const firstStable = { mysql: 0, mariadb: 3 } as const;

/**
 * `mysql-8.0`, `mariadb-11.2`, or a patch level as `mysql-8.0.32`; a major version alone stands for its last release we
 * know. Without a patch level the last one we know of. @throws InputFault naming the known ones
 */
export function dialectNamed(text: string): Dialect {
  const name = text.toLowerCase();
  if (isDialectName(name)) return dialects[name];
  const [, flavour, major = '', minor, patch] =
    /^(mysql|mariadb)-(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{1,2}))?)?$/.exec(name) ?? [];
  const range = releases[`${flavour}-${major}`];
  const isKnown = range && (minor === undefined || (Number(minor) >= range[0] && Number(minor) <= range[1]));
  if (!isKnown || (flavour !== 'mysql' && flavour !== 'mariadb')) throw unknownDialect(text);
  const known = Object.values(dialects)
    .filter((one) => one.flavour === flavour && one.version[0] === Number(major))
    .filter((one) => minor === undefined || one.version[1] === Number(minor))
    .sort((a, b) => b.versionNumber - a.versionNumber)[0];
  if (known && patch === undefined) return known;
  return makeDialect(flavour, [Number(major), Number(minor ?? range[0]), Number(patch ?? firstStable[flavour])]);
}

function unknownDialect(text: string): InputFault {
  const known = dialectNames.map((name) => (name === 'mysql-9' ? 'mysql-9.7' : name));
  return new InputFault({
    en: `--dialect ${text} is not known. Give one of: ${known.join(', ')}, or a release between them; a patch level may follow, as in mysql-8.0.32.`,
    zh: `无法识别 --dialect ${text}。请使用以下之一：${known.join('、')}，或其间的其他版本；可带补丁版本号，例如 mysql-8.0.32。`,
  });
}
