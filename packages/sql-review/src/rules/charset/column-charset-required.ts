import { at, defineRule } from '../../rule.ts';
import { isTextType } from '../../tree/keys.ts';

export const columnCharsetRequired = defineRule({
  id: 'column-charset-required',
  grade: 'N',
  off: true,
  theme: 'charset',
  why: {
    en: 'A text column that says its character set keeps it, whatever the table and the schema say.',
    zh: '文本列写明字符集后，不受表和库默认值的影响。',
  },
  on: ['column-definition'],
  check: ({ type, name }) =>
    isTextType(type) &&
    type?.charset === undefined &&
    // NCHAR and its kin are utf8mb3.
    !type?.name.startsWith('N') &&
    at(name, 'The column names no character set.', '该列没有指定字符集。'),
});
