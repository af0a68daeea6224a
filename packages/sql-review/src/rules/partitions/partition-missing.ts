import type { AlterTable, Identifier } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const partitionMissing = defineRule({
  id: 'partition-missing',
  grade: 'E',
  theme: 'partitions',
  tier: 'schema',
  why: {
    en: 'A partition is named that the table does not have, or added that it has.',
    zh: '引用的分区不存在，或新增的分区已存在。',
  },
  on: ['partition-action', 'named-table', 'insert'],
  check: (node, { schema, parentOf }) => {
    const table = parentOf(node);
    const name =
      node.kind === 'named-table'
        ? node.name
        : node.kind === 'insert'
          ? node.table
          : table?.kind === 'alter-table'
            ? (table as AlterTable).name
            : undefined;
    const model = name && schema.tableOf(name);
    const isNamed = node.kind === 'partition-action' || node.partitions.length > 0;
    if (isNamed && model?.isWhole && !model.partitions)
      return at(node, 'The table is not partitioned.', '该表不是分区表。');
    const known = model?.partitions?.names;
    if (!known || known.length === 0) return undefined;
    const isKnown = (one: Identifier) => known.some((other) => isSame(other, one.name));
    const wanted = node.kind !== 'partition-action' ? node.partitions : node.action === 'ADD' ? [] : node.names;
    // REORGANIZE may give the names of those it takes apart again.
    const goes = (one: Identifier) =>
      node.kind === 'partition-action' && node.names.some((other) => isSame(other.name, one.name));
    const added =
      node.kind === 'partition-action' && (node.action === 'ADD' || node.action === 'REORGANIZE')
        ? node.partitions.filter((one) => isKnown(one.name) && !goes(one.name))
        : [];
    return [
      ...wanted.filter((one) => !isKnown(one)).map((one) => at(one, 'There is no such partition.', '分区不存在。')),
      ...added.map((one) => at(one.name, 'A partition of this name is there already.', '已存在同名分区。')),
    ];
  },
});
