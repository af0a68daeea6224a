import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { namedColumns } from '../../schema/written-values.ts';

export const insertMissingRequired = defineRule({
  id: 'insert-missing-required',
  grade: 'E',
  theme: 'correctness',
  tier: 'schema',
  why: {
    en: 'A column that is NOT NULL and has no default is left out (error 1364).',
    zh: '遗漏了 NOT NULL 且没有默认值的列（错误 1364）。',
  },
  on: ['insert'],
  check: (insert, { schema }) => {
    const table = schema.tableOf(insert.table);
    const named = namedColumns(insert);
    // Values without a list of columns go to all of them.
    const isAll = named?.length === 0 && insert.rows.some(({ items }) => items.length > 0);
    if (!table?.isWhole || !named || isAll) return undefined;
    const missing = table.columns.filter(
      (column) =>
        !column.isNullable &&
        !column.hasDefault &&
        !column.isAutoIncrement &&
        !column.generated &&
        !named.some((name) => isSame(name, column.name)),
    );
    return (
      missing.length > 0 &&
      at(
        insert.table,
        `Left out: ${missing.map(({ name }) => name).join(', ')}.`,
        `遗漏了列：${missing.map(({ name }) => name).join('、')}。`,
      )
    );
  },
});
