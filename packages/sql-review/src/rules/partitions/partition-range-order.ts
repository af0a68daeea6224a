import { at, defineRule } from '../../rule.ts';
import { numberIn } from '../../tree/calls.ts';

export const partitionRangeOrder = defineRule({
  id: 'partition-range-order',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'The bounds of RANGE partitions rise from one to the next (error 1493).',
    zh: 'RANGE 分区的上界必须严格递增（错误 1493）。',
  },
  on: ['partitioning'],
  check: ({ by, partitions }) => {
    if (by.method !== 'RANGE') return undefined;
    const bounds = partitions.map(({ values }) => {
      const item = values?.rows[0]?.items[0];
      return item && item.kind !== 'partition-word' ? numberIn(item) : undefined;
    });
    return partitions
      .filter((_, place) => {
        const [before, here] = [bounds[place - 1], bounds[place]];
        return before !== undefined && here !== undefined && here <= before;
      })
      .map((partition) => at(partition, 'The bound is not above the one before.', '分区上界没有大于前一个分区。'));
  },
});
