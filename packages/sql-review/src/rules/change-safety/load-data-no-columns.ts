import { at, defineRule } from '../../rule.ts';

export const loadDataNoColumns = defineRule({
  id: 'load-data-no-columns',
  grade: 'W',
  theme: 'change-safety',
  why: {
    en: 'Without a column list a file is read by the order of the columns, and the first new column shifts it all.',
    zh: '不写列名时按列顺序导入，表一旦增加列，数据就会错位。',
  },
  on: ['load-data'],
  check: ({ columns, file, format }) =>
    columns === undefined &&
    format === 'DATA' &&
    at(file, 'Name the columns that the file fills.', '请写明文件对应的列。'),
});
