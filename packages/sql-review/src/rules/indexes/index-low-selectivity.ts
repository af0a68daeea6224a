import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';

export const indexLowSelectivity = defineRule({
  id: 'index-low-selectivity',
  grade: 'N',
  theme: 'indexes',
  tier: 'statistics',
  why: {
    en: 'A column of few values makes a poor index: the server reads the table instead.',
    zh: '取值很少的列不适合建索引，优化器往往会选择全表扫描。',
  },
  parameters: { rows: 10000, percent: 1 },
  on: ['create-index', 'index-definition'],
  check: (index, { statisticsOf, statement, parentOf }, { rows, percent }) => {
    const above = parentOf(index);
    const name =
      index.kind === 'create-index' ? index.table : statement.kind === 'alter-table' ? statement.name : undefined;
    const table = name && statisticsOf(nameOf(name));
    const [first, more] = index.parts;
    const distinct = first?.column && table?.columns?.[first.column.name.toLowerCase()]?.distinct;
    const isPoor =
      distinct !== undefined &&
      table?.rows !== undefined &&
      table.rows > rows &&
      (distinct / table.rows) * 100 < percent &&
      distinct < 1000;
    return (
      (above !== undefined || index.kind === 'create-index') &&
      !more &&
      first &&
      index.type === 'INDEX' &&
      isPoor &&
      at(first, `${distinct} values in ${table.rows} rows.`, `${table.rows} 行中只有 ${distinct} 个不同的值。`)
    );
  },
});
