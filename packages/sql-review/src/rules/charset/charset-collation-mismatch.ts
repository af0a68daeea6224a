import { at, defineRule } from '../../rule.ts';
import { charsetOfCollation, settingValue, wordOf } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

const normal = (charset: string): string => (isSame(charset, 'utf8') ? 'utf8mb3' : charset.toLowerCase());

export const charsetCollationMismatch = defineRule({
  id: 'charset-collation-mismatch',
  grade: 'E',
  theme: 'charset',
  why: {
    en: 'A collation belongs to one character set: the server refuses another (error 1253).',
    zh: '排序规则属于特定字符集，不匹配时会被拒绝（错误 1253）。',
  },
  on: ['create-table', 'create-database', 'alter-database'],
  check: ({ settings }) => {
    const charset = settingValue(settings, 'CHARACTER SET');
    const collation = settings.find(({ name }) => name === 'COLLATE');
    const own = charsetOfCollation(wordOf(collation?.value));
    // MariaDB's uca1400 collations go with several sets.
    return (
      collation &&
      own !== undefined &&
      charset !== undefined &&
      !isSame(charset, 'DEFAULT') &&
      !own.startsWith('uca') &&
      own !== 'binary' &&
      normal(own) !== normal(charset) &&
      at(collation, `Not a collation of ${charset}.`, `不是 ${charset} 的排序规则。`)
    );
  },
});
