import { at, defineRule } from '../../rule.ts';
import { settingValue } from '../../schema/read-table.ts';

export const tableCollationRequired = defineRule({
  id: 'table-collation-required',
  grade: 'N',
  off: true,
  theme: 'charset',
  why: {
    en: 'The default collation of utf8mb4 is another one on 5.7, on 8.0 and on MariaDB: unless it is written, tables of one text differ.',
    zh: 'utf8mb4 的默认排序规则在 5.7、8.0 和 MariaDB 上各不相同：不写明时，同一语句建出的表会不一致。',
  },
  on: ['create-table'],
  check: ({ settings, name, like }) =>
    !like &&
    settingValue(settings, 'COLLATE') === undefined &&
    at(name, 'No collation is named.', '没有指定排序规则。'),
});
