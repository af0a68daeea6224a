import { at, defineRule } from '../../rule.ts';

export const partitionNoMaxvalue = defineRule({
  id: 'partition-no-maxvalue',
  grade: 'N',
  theme: 'partitions',
  why: {
    en: 'A row above the last bound is refused (error 1526): the day nobody added a partition, INSERTs fail.',
    zh: '超过最后一个分区上界的行会被拒绝（错误 1526）：忘记新增分区时写入会失败。',
  },
  on: ['partitioning'],
  check: ({ by, partitions }) => {
    const last = partitions.at(-1);
    const isRange = by.method === 'RANGE' || by.method === 'RANGE COLUMNS';
    const ends =
      last?.values?.bare || last?.values?.rows.some(({ items }) => items.some(({ kind }) => kind === 'partition-word'));
    return isRange && last && !ends && at(last, 'No partition takes what lies above.', '没有分区容纳超出上界的数据。');
  },
});
