import { at, defineRule } from '../../rule.ts';
import { isMysql } from '../../versions.ts';

export const partitionForeignKey = defineRule({
  id: 'partition-foreign-key',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'Partitioned InnoDB tables have no foreign keys (error 1506).',
    zh: 'InnoDB 分区表不支持外键（错误 1506）。',
  },
  versions: isMysql,
  on: ['create-table'],
  check: ({ partitioning, elements }) =>
    partitioning &&
    elements
      .filter(({ kind }) => kind === 'foreign-key')
      .map((key) => at(key, 'Not possible in a partitioned table.', '分区表不支持外键。')),
});
