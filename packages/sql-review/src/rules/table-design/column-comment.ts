import { at, defineRule } from '../../rule.ts';
import { attributeValue, hasAttribute, wordOf } from '../../schema/read-table.ts';

export const columnComment = defineRule({
  id: 'column-comment',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A name and a type do not say what 1, 2 and 3 mean: the comment does.',
    zh: '列名和类型说明不了取值含义，应写在注释中。',
  },
  on: ['column-definition'],
  check: (column, { parentOf }) => {
    const isNew = parentOf(column)?.kind === 'create-table' || parentOf(column)?.kind === 'add-columns';
    return (
      isNew &&
      !hasAttribute(column, 'AUTO_INCREMENT') &&
      !wordOf(attributeValue(column, 'COMMENT')) &&
      at(column.name, 'The column has no comment.', '该列没有注释。')
    );
  },
});
