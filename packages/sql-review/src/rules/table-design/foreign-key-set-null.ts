import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame } from '../../schema/table.ts';

export const foreignKeySetNull = defineRule({
  id: 'foreign-key-set-null',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'SET NULL on a column that is NOT NULL is refused (error 1830).',
    zh: '对 NOT NULL 列使用 SET NULL 会被拒绝（错误 1830）。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { columns } = readTable(statement);
    return statement.elements.flatMap((element) => {
      if (element.kind !== 'foreign-key') return [];
      const { onDelete, onUpdate } = element.references;
      if (onDelete !== 'SET NULL' && onUpdate !== 'SET NULL') return [];
      return element.columns
        .filter(({ name }) => columns.find((column) => isSame(column.name, name))?.isNullable === false)
        .map((column) => at(column, 'This column cannot be set to NULL.', '该列不允许为 NULL。'));
    });
  },
});
