import { at, defineRule } from '../../rule.ts';

export const partitionNameTwice = defineRule({
  id: 'partition-name-twice',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'Two partitions cannot share a name (error 1517).',
    zh: '分区不能重名（错误 1517）。',
  },
  on: ['partitioning'],
  check: ({ partitions }) => {
    const names = partitions.map(({ name }) => name.name.toLowerCase());
    return partitions
      .filter((_, place) => names.indexOf(names[place] ?? '') < place)
      .map(({ name }) => at(name, 'A partition of this name is there already.', '已存在同名分区。'));
  },
});
