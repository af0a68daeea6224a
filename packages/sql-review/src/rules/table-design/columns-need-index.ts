import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex } from '../../schema/table.ts';
import { columnsDefined, tableAfter } from '../../tree/elements.ts';

export const columnsNeedIndex = defineRule({
  id: 'columns-need-index',
  grade: 'W',
  off: true,
  theme: 'table-design',
  about: 'names',
  why: {
    en: 'Columns that every report and every archiving job filters by begin an index, wherever they stand.',
    zh: '报表和归档任务统一用于过滤的列，在所有表中都应建有以其开头的索引。',
  },
  parameters: { names: ['created_at', 'updated_at', 'create_time', 'update_time'] },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }, { names }) => {
    const columns = columnsDefined(statement).filter(({ name }) => names.includes(name.name.toLowerCase()));
    if (columns.length === 0) return undefined;
    const table = tableAfter(statement, schema);
    const first = table.indexes.map((index) => columnsOfIndex(index)[0]);
    return columns
      .filter(({ name }) => !first.includes(name.name.toLowerCase()))
      .map(({ name }) => at(name, 'This column begins no index.', '该列没有以其开头的索引。'));
  },
});
