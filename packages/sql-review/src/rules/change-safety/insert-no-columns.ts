import { at, defineRule } from '../../rule.ts';

export const insertNoColumns = defineRule({
  id: 'insert-no-columns',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'Without a column list the statement breaks, or fills the wrong columns, as soon as the table changes.',
    zh: '不写列名时，表结构一旦变化，语句就会报错或把值写入错误的列。',
  },
  on: ['insert'],
  check: ({ columns, source, table }) =>
    columns === undefined && source !== 'set' && at(table, 'Name the columns that are inserted.', '请写明要插入的列。'),
});
