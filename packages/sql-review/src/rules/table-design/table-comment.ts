import type { Node } from '@myriad/sql';
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
  parameters: { maximum: 2048 },
  on: ['create-table', 'alter-table'],
  check: (statement, _, { maximum }) => {
    const settings: readonly Node[] = statement.kind === 'create-table' ? statement.settings : statement.actions;
    const comment = settingValue(settings, 'COMMENT');
    if (comment !== undefined && comment.length > maximum)
      return at(statement.name, `A comment of ${comment.length} characters.`, `注释长达 ${comment.length} 个字符。`);
    const isMade =
      statement.kind === 'create-table'
        ? !statement.temporary && !statement.like && !statement.query
        : comment !== undefined;
    return isMade && !comment?.trim() && at(statement.name, 'The table has no comment.', '表没有注释。');
  },
});
