import { at, defineRule } from '../../rule.ts';
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
  on: ['create-table'],
  check: ({ elements, name }, _, { maximum }) => {
    const count = elements.filter((element) => element.kind === 'column-definition' && isLongType(element.type)).length;
    return (
      count > maximum && at(name, `${count} TEXT, BLOB or JSON columns.`, `包含 ${count} 个 TEXT、BLOB 或 JSON 列。`)
    );
  },
});
