import { at, defineRule } from '../../rule.ts';
import { settingValue } from '../../schema/read-table.ts';

export const tableComment = defineRule({
  id: 'table-comment',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'What a table is for is asked more often than it is remembered.',
    zh: '表的用途应写在注释中，方便后续维护。',
  },
  on: ['create-table'],
  check: ({ settings, name, temporary, like, query }) =>
    !temporary &&
    !like &&
    !query &&
    !settingValue(settings, 'COMMENT') &&
    at(name, 'The table has no comment.', '表没有注释。'),
});
