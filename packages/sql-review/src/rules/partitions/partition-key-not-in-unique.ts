import { at, defineRule } from '../../rule.ts';
import { readPartitions } from '../../schema/read-table.ts';
import { isSame, isUniqueIndex } from '../../schema/table.ts';
import { readIndexChange } from '../../schema/written-indexes.ts';

export const partitionKeyNotInUnique = defineRule({
  id: 'partition-key-not-in-unique',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'Every unique key, the primary one too, contains all columns of the partitioning (error 1503).',
    zh: '每个唯一键（包括主键）都必须包含全部分区列（错误 1503）。',
  },
  on: ['create-table', 'alter-table', 'create-index'],
  check: (statement, { schema }) => {
    const { after, written } = readIndexChange(statement, schema);
    const partitioning = 'partitioning' in statement ? statement.partitioning : undefined;
    const fresh = partitioning?.kind === 'partitioning' ? readPartitions(partitioning) : undefined;
    const columns = (partitioning?.kind === 'phrase' ? undefined : (fresh ?? after.partitions))?.columns ?? [];
    if (columns.length === 0 || after.engine?.startsWith('NDB')) return undefined;
    // A table that is partitioned already has only its new keys to answer for.
    const asked = fresh ? after.indexes : written.map(({ index }) => index);
    const lacking = asked.filter(
      (index) =>
        isUniqueIndex(index) && !columns.every((name) => index.parts.some(({ column }) => isSame(column, name))),
    );
    return (
      lacking.length > 0 &&
      at(
        partitioning?.kind === 'partitioning' ? partitioning.by : (written[0]?.place ?? statement),
        `${lacking.map(({ name }) => name).join(', ')}: lacks a column of the partitioning.`,
        `${lacking.map(({ name }) => name).join('、')}：缺少分区列。`,
      )
    );
  },
});
