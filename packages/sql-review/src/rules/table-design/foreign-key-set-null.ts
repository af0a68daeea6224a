import { at, defineRule } from '../../rule.ts';
import { columnNamed } from '../../schema/table.ts';
import { elementsOf, tableAfter } from '../../tree/elements.ts';

export const foreignKeySetNull = defineRule({
  id: 'foreign-key-set-null',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'SET NULL on a column that is NOT NULL is refused (error 1830).',
    zh: '对 NOT NULL 列使用 SET NULL 会被拒绝（错误 1830）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema, nodes }) =>
    nodes('foreign-key').length > 0 &&
    elementsOf(statement).flatMap((element) => {
      if (element.kind !== 'foreign-key') return [];
      const { onDelete, onUpdate } = element.references;
      if (onDelete !== 'SET NULL' && onUpdate !== 'SET NULL') return [];
      const table = tableAfter(statement, schema);
      return element.columns
        .filter(({ name }) => columnNamed(table, name)?.isNullable === false)
        .map((column) => at(column, 'This column cannot be set to NULL.', '该列不允许为 NULL。'));
    }),
});
