import { at, defineRule } from '../../rule.ts';

export const partitionCount = defineRule({
  id: 'partition-count',
  grade: 'W',
  theme: 'partitions',
  why: {
    en: 'Each partition is a table of its own to open, lock and flush: hundreds of them slow everything.',
    zh: '每个分区都相当于一张独立的表，数量过多会拖慢打开、加锁和刷盘。',
  },
  parameters: { maximum: 200 },
  on: ['partitioning'],
  check: (node, _, { maximum }) => {
    const count =
      (node.count ? Number(node.count.value) : node.partitions.length) *
      (node.subpartitions?.count ? Number(node.subpartitions.count.value) : 1);
    return count > maximum && at(node, `${count} partitions.`, `共 ${count} 个分区。`);
  },
});
