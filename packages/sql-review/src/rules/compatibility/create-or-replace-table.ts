import { at, defineRule } from '../../rule.ts';
import { isMariadb } from '../../versions.ts';

export const createOrReplaceTable = defineRule({
  id: 'create-or-replace-table',
  grade: 'E',
  theme: 'compatibility',
  why: {
    en: 'CREATE OR REPLACE TABLE drops the table that is there, with all its rows; MySQL does not know it.',
    zh: 'CREATE OR REPLACE TABLE 会删除已有的表和全部数据；MySQL 不支持该语法。',
  },
  versions: isMariadb,
  on: ['create-table'],
  check: ({ orReplace, name, temporary }) =>
    orReplace && !temporary && at(name, 'An existing table is dropped.', '已有的表会被删除。'),
});
