import { at, defineRule } from '../../rule.ts';

export const partitionFulltext = defineRule({
  id: 'partition-fulltext',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'Partitioned tables have no FULLTEXT and no SPATIAL indexes (errors 1214, 1178).',
    zh: '分区表不支持 FULLTEXT 和 SPATIAL 索引（错误 1214、1178）。',
  },
  on: ['create-table'],
  check: ({ partitioning, elements }) =>
    partitioning &&
    elements
      .filter((element) => element.kind === 'index-definition' && ['FULLTEXT', 'SPATIAL'].includes(element.type))
      .map((index) => at(index, 'Not possible in a partitioned table.', '分区表不支持该索引。')),
});
