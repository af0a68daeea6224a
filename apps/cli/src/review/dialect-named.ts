import { type Dialect, dialectNames, dialects, isDialectName, makeDialect } from '@myriad/sql';
import { InputFault } from './input-fault.ts';

/** What a text is read as when nobody says: the long-term release most servers run or go to. */
export const defaultDialect = 'mysql-8.4';

/**
 * `mysql-8.0`, or a patch level as `mysql-8.0.32`; `mysql-9` stands for each 9.x. Without a patch level the last one we
 * know of. @throws InputFault naming the known ones
 */
export function dialectNamed(text: string): Dialect {
  if (isDialectName(text)) return dialects[text];
  const found = /^(mysql|mariadb)-(\d{1,2})\.(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text);
  const series = found && [`${found[1]}-${found[2]}.${found[3]}`, `${found[1]}-${found[2]}`].find(isDialectName);
  if (!found || !series) {
    const known = dialectNames.map((name) => (name === 'mysql-9' ? 'mysql-9.7' : name));
    throw new InputFault({
      en: `--dialect ${text} is not known. Give one of: ${known.join(', ')}; a patch level may follow, as in mysql-8.0.32.`,
      zh: `无法识别 --dialect ${text}。请使用以下之一：${known.join('、')}；可带补丁版本号，例如 mysql-8.0.32。`,
    });
  }
  const { flavour, version } = dialects[series];
  const [major, minor] = [Number(found[2]), Number(found[3])];
  if (found[4] === undefined && major === version[0] && minor === version[1]) return dialects[series];
  return makeDialect(flavour, [major, minor, Number(found[4] ?? 0)]);
}
