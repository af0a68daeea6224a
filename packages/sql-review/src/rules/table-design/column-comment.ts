import { at, defineRule } from '../../rule.ts';
import { attributeValue, wordOf } from '../../schema/read-table.ts';

export const columnComment = defineRule({
  id: 'column-comment',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A name and a type do not say what 1, 2 and 3 mean: the comment does.',
    zh: '列名和类型说明不了取值含义，应写在注释中。',
  },
  parameters: { maximum: 1024 },
  on: ['column-definition'],
  check: (column, { statement }, { maximum }) => {
    const comment = wordOf(attributeValue(column, 'COMMENT'));
    if (comment !== undefined && comment.length > maximum)
      return at(column.name, `A comment of ${comment.length} characters.`, `注释长达 ${comment.length} 个字符。`);
    // MODIFY and CHANGE say the whole of a column: without a comment it has none behind them.
    const isLasting = statement.kind !== 'create-table' || !statement.temporary;
    return isLasting && !comment?.trim() && at(column.name, 'The column has no comment.', '该列没有注释。');
  },
});
