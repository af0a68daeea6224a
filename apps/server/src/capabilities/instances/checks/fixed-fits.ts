import { collationFits, collationsOf, defaultCollationOf, timeZoneFits, unknownSqlModes } from '@myriad/mysql';
import { versionOf } from '../server-package.ts';
import type { RecordCheck, Refusal } from './check.ts';

/** What cannot change later, held against what this server knows: it would stop half-way, at its first start. */
export const fixedFits: RecordCheck = ({ input: { fixed }, serverPackage }) => {
  if (!serverPackage) return [];
  const version = versionOf(serverPackage);
  const product = `${version.flavor === 'mysql' ? 'MySQL' : 'MariaDB'} ${version.text}`;
  const { characterSet, collation, sqlMode = '', timeZone } = fixed;
  const refusals: Refusal[] = [];
  const wrong = (code: string, path: string, en: string, zh: string, next: Refusal['next']) =>
    refusals.push({ code, path: `fixed.${path}`, words: { en, zh }, next });
  if (defaultCollationOf(version, characterSet) === undefined)
    wrong(
      'CHARACTER_SET_UNKNOWN',
      'characterSet',
      `${product} has no character set ${characterSet} of its own.`,
      `${product} 没有可用作服务器字符集的 ${characterSet}。`,
      { en: 'Choose another; utf8mb4 holds every letter.', zh: '请换一个字符集；utf8mb4 可容纳所有文字。' },
    );
  else if (collation !== '' && !collationFits(version, characterSet, collation))
    wrong(
      'COLLATION_DOES_NOT_FIT',
      'collation',
      `On ${product} the collation ${collation} does not belong to ${characterSet}.`,
      `在 ${product} 上，排序规则 ${collation} 不属于字符集 ${characterSet}。`,
      { en: 'Choose one of this character set, or leave it empty.', zh: '请选择该字符集的排序规则，或留空。' },
    );
  else if (collation !== '' && !collationsOf(version, characterSet).includes(collation))
    wrong(
      'COLLATION_UNKNOWN',
      'collation',
      `${product} knows no collation ${collation}.`,
      `${product} 没有排序规则 ${collation}。`,
      { en: 'Look at the spelling, or leave it empty.', zh: '请检查拼写，或留空。' },
    );
  const unknown = unknownSqlModes(version, sqlMode);
  if (unknown.length > 0)
    wrong(
      'SQL_MODE_UNKNOWN',
      'sqlMode',
      `${product} knows no sql_mode ${unknown.join(', ')}.`,
      `${product} 没有 sql_mode ${unknown.join('、')}。`,
      { en: 'Leave these words out.', zh: '请去掉这些取值。' },
    );
  if (!timeZoneFits(version, timeZone))
    wrong(
      'TIME_ZONE_OUT_OF_RANGE',
      'timeZone',
      `${product} does not take the time zone ${timeZone}.`,
      `${product} 不接受时区 ${timeZone}。`,
      { en: 'Choose an offset such as +08:00.', zh: '请填写 +08:00 这样的时差。' },
    );
  return refusals;
};
