import { at, defineRule } from '../../rule.ts';

export const removePartitioning = defineRule({
  id: 'remove-partitioning',
  grade: 'E',
  theme: 'partitions',
  why: {
    en: 'Removing or changing the partitioning copies the whole table.',
    zh: '移除或修改分区方式会复制整张表。',
  },
  on: ['alter-table'],
  check: ({ partitioning }) => partitioning && at(partitioning, 'The whole table is copied.', '将复制整张表。'),
});
