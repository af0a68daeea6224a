import { at, defineRule } from '../../rule.ts';
import { columnsDefined, tableAfter } from '../../tree/elements.ts';
import { isLongType } from '../../tree/keys.ts';

export const textColumnsMany = defineRule({
  id: 'text-columns-many',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'Long texts beside small columns make every scan of the table slow: keep them in a table of their own.',
    zh: '过多大字段会拖慢整表扫描，建议拆分到单独的表。',
  },
  parameters: { maximum: 3 },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema }, { maximum }) => {
    // A column that was long before adds nothing.
    if (!columnsDefined(statement).some(({ type }) => isLongType(type))) return undefined;
    const count = tableAfter(statement, schema).columns.filter(({ type }) => isLongType(type)).length;
    return (
      count > maximum &&
      at(statement.name, `${count} TEXT, BLOB or JSON columns.`, `包含 ${count} 个 TEXT、BLOB 或 JSON 列。`)
    );
  },
});
