import { at, defineRule } from '../../rule.ts';
import { repeated } from '../../tree/conditions.ts';

export const partitionNameTwice = defineRule({
  id: 'partition-name-twice',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'Two partitions cannot share a name (error 1517).',
    zh: '分区不能重名（错误 1517）。',
  },
  on: ['partitioning', 'partition-action'],
  check: ({ partitions }) => {
    const named = partitions.flatMap((one) => [one, ...one.subpartitions]);
    return repeated(named, ({ name }) => name.name.toLowerCase()).map(({ name }) =>
      at(name, 'A partition of this name is there already.', '已存在同名分区。'),
    );
  },
});
