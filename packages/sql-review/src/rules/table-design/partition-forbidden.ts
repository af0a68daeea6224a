import { at, defineRule } from '../../rule.ts';

export const partitionForbidden = defineRule({
  id: 'partition-forbidden',
  grade: 'N',
  theme: 'table-design',
  why: {
    en: 'Partitioning adds rules to every unique key and a cost to every query that does not name the partition key.',
    zh: '分区对唯一键有额外限制，没有带分区键的查询也会变慢。',
  },
  on: ['partitioning'],
  check: (partitioning) =>
    at(partitioning, 'The table is partitioned: is it worth it?', '该表使用了分区：请确认是否必要。'),
});
