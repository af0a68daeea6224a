import { at, defineRule } from '../../rule.ts';
import { columnsOfIndex, type TableModel } from '../../schema/table.ts';
import { elementsOf, tableAfter } from '../../tree/elements.ts';

export const constraintNeedsIndex = defineRule({
  id: 'constraint-needs-index',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'A foreign key whose columns begin no index gets one from the server, under a name nobody chose: make the index first.',
    zh: '外键列没有索引时，服务器会自动创建一个并自行命名：应先创建索引，再添加约束。',
  },
  on: ['create-table', 'alter-table'],
  check: (statement, { schema, nodes }) => {
    if (nodes('foreign-key').length === 0) return undefined;
    const keys = elementsOf(statement).flatMap((element) => (element.kind === 'foreign-key' ? [element] : []));
    if (keys.length === 0) return undefined;
    const table = tableAfter(statement, schema);
    if (!table.isWhole) return undefined;
    return keys
      .filter(
        ({ columns }) =>
          !hasIndex(
            table,
            columns.map(({ name }) => name.toLowerCase()),
          ),
      )
      .map((key) => at(key, 'There is no index for this key yet.', '该外键的列还没有索引。'));
  },
});

/** The first columns of an index are these, in any order. */
const hasIndex = (table: TableModel, names: readonly string[]): boolean =>
  table.indexes.some((index) => {
    if (index.type === 'FULLTEXT' || index.type === 'SPATIAL') return false;
    const first = columnsOfIndex(index).slice(0, names.length);
    return names.every((name) => first.includes(name));
  });
