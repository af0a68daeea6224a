import { at, defineRule } from '../../rule.ts';

export const createIfNotExists = defineRule({
  id: 'create-if-not-exists',
  grade: 'N',
  off: true,
  theme: 'table-design',
  why: {
    en: 'A script that is run a second time goes on where IF NOT EXISTS stands.',
    zh: '加上 IF NOT EXISTS 后脚本可以重复执行。',
  },
  on: ['create-table'],
  check: ({ ifNotExists, orReplace, name }) =>
    !ifNotExists && !orReplace && at(name, 'IF NOT EXISTS is missing.', '缺少 IF NOT EXISTS。'),
});
