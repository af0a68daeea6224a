import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { columnsIn } from '../../tree/conditions.ts';
import { factorsOf } from '../../tree/tables.ts';

export const partitionNoPrune = defineRule({
  id: 'partition-no-prune',
  grade: 'W',
  theme: 'partitions',
  tier: 'schema',
  why: {
    en: 'A filter that does not touch the partition key looks into every partition.',
    zh: '过滤条件没有使用分区列，需要扫描所有分区。',
  },
  on: ['select', 'update', 'delete'],
  check: (node, context) => {
    const tables = node.kind === 'select' ? factorsOf(node.from) : factorsOf(node.tables);
    // A row of another table chooses the partition to look into.
    const joined = context.nodes('join').flatMap(({ on }) => (on ? columnsIn(on) : []));
    const columns = [...(node.where ? columnsIn(node.where) : []), ...joined].flatMap(
      (column) => context.columnOf(column) ?? [],
    );
    return tables.flatMap((table) => {
      if (table.kind !== 'named-table' || table.partitions.length > 0) return [];
      const model = context.schema.tableOf(table.name);
      const keys = model?.partitions?.columns ?? [];
      const isTouched = columns.some((one) => one.table === model && keys.some((key) => isSame(key, one.column.name)));
      return keys.length > 0 && !isTouched ? [at(table, 'All partitions are read.', '会读取所有分区。')] : [];
    });
  },
});
