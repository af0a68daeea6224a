import { at, defineRule } from '../../rule.ts';
import { columnsDefined, tableAfter } from '../../tree/elements.ts';

export const columnsMany = defineRule({
  id: 'columns-many',
  grade: 'W',
  theme: 'table-design',
  why: {
    en: 'A table this wide is read and written whole for the few columns that are needed; split what is seldom used.',
    zh: '过宽的表只为少数几列也要读写整行；请将不常用的列拆分出去。',
  },
  parameters: { maximum: 60 },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }, { maximum }) => {
    if (columnsDefined(statement).length === 0) return undefined;
    const count = tableAfter(statement, schema).columns.length;
    return count > maximum && at(statement.name, `${count} columns in one table.`, `一张表包含 ${count} 列。`);
  },
});
