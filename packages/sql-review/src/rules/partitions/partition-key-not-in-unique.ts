import { at, defineRule } from '../../rule.ts';
import { readTable } from '../../schema/read-table.ts';
import { isSame, isUniqueIndex } from '../../schema/table.ts';

export const partitionKeyNotInUnique = defineRule({
  id: 'partition-key-not-in-unique',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'Every unique key, the primary one too, contains all columns of the partitioning (error 1503).',
    zh: '每个唯一键（包括主键）都必须包含全部分区列（错误 1503）。',
  },
  on: ['create-table'],
  check: (statement) => {
    const { indexes, partitions, engine } = readTable(statement);
    if (!partitions || engine?.startsWith('NDB') || partitions.columns.length === 0) return undefined;
    const lacking = indexes.filter(
      (index) =>
        isUniqueIndex(index) &&
        !partitions.columns.every((name) => index.parts.some(({ column }) => isSame(column, name))),
    );
    return (
      lacking.length > 0 &&
      statement.partitioning &&
      at(
        statement.partitioning.by,
        `${lacking.map(({ name }) => name).join(', ')}: lacks a column of the partitioning.`,
        `${lacking.map(({ name }) => name).join('、')}：缺少分区列。`,
      )
    );
  },
});
