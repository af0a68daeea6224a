import { at, defineRule } from '../../rule.ts';
import { settingValue } from '../../schema/read-table.ts';

export const tableCharsetRequired = defineRule({
  id: 'table-charset-required',
  grade: 'N',
  off: true,
  theme: 'charset',
  why: {
    en: 'Without a character set the table takes that of its schema, which differs between instances.',
    zh: '不写字符集时使用库的默认值，不同实例可能不同。',
  },
  on: ['create-table'],
  check: ({ settings, name, like }) =>
    !like &&
    settingValue(settings, 'CHARACTER SET') === undefined &&
    at(name, 'No character set is named.', '没有指定字符集。'),
});
