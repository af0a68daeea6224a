import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { writtenValues } from '../../schema/written-values.ts';

export const updatePartitionKey = defineRule({
  id: 'update-partition-key',
  grade: 'W',
  theme: 'partitions',
  tier: 'schema',
  why: {
    en: 'A row whose partition key changes is deleted from one partition and inserted into another.',
    zh: '修改分区列会把行从一个分区删除并插入另一个分区。',
  },
  on: ['update'],
  check: (update, context) =>
    writtenValues(update, context).flatMap(({ column, table, target }) =>
      table.partitions?.columns.some((name) => isSame(name, column.name))
        ? [at(target, `${column.name} decides the partition.`, `${column.name} 是分区列。`)]
        : [],
    ),
});
