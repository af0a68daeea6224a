import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const indexSkew = defineRule({
  id: 'index-skew',
  grade: 'N',
  theme: 'indexes',
  tier: 'statistics',
  why: {
    en: 'One value fills most of the column: for it the index reads more than a scan does, and plans change with the value asked for.',
    zh: '该列大多数行是同一个值：查询该值时走索引比全表扫描更慢，执行计划也会随查询值变化。',
  },
  parameters: { percent: 50 },
  on: ['create-index', 'alter-table'],
  check: (statement, { schema, statisticsOf }, { percent }) => {
    const { name, written } = readIndexChange(statement, schema);
    const columns = statisticsOf(nameOf(name))?.columns ?? {};
    return written.flatMap(({ index, parts: [first] }) => {
      const column = first?.part.column?.toLowerCase();
      const share = (index.type === 'INDEX' && column !== undefined && columns[column]?.topShare) || 0;
      return first && share * 100 > percent
        ? [
            at(
              first.place,
              `One value is in ${Math.round(share * 100)} % of the rows.`,
              `有一个值占 ${Math.round(share * 100)}% 的行。`,
            ),
          ]
        : [];
    });
  },
});
