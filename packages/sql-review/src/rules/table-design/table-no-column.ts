import { at, defineRule } from '../../rule.ts';
import { tableAfter } from '../../tree/elements.ts';

export const tableNoColumn = defineRule({
  id: 'table-no-column',
  grade: 'E',
  theme: 'table-design',
  why: {
    en: 'A table has one column at least (errors 1113, 1090).',
    zh: '一张表至少要有一列（错误 1113、1090）。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }) => {
    if (statement.kind === 'create-table') {
      const { like, query, external, elements } = statement;
      const isBare = !like && !query && !external && !elements.some(({ kind }) => kind === 'column-definition');
      return isBare && at(statement.name, 'The table has no column.', '该表没有任何列。');
    }
    const drops = statement.actions.filter((action) => action.kind === 'drop-element' && action.what === 'COLUMN');
    const known = schema.tableOf(statement.name);
    return (
      drops.length > 0 &&
      known?.isWhole &&
      known.columns.length > 0 &&
      tableAfter(statement, schema).columns.length === 0 &&
      at(statement.name, 'No column is left.', '删除后没有剩余的列。')
    );
  },
});
