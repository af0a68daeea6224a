import { at, defineRule } from '../../rule.ts';

export const truncateManyPartitions = defineRule({
  id: 'truncate-many-partitions',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'TRUNCATE PARTITION removes its rows as TRUNCATE TABLE does: no rollback, no rows in the binary log.',
    zh: 'TRUNCATE PARTITION 与 TRUNCATE TABLE 一样：无法回滚，binlog 中也没有行数据。',
  },
  on: ['partition-action'],
  check: (action) =>
    action.action === 'TRUNCATE' &&
    at(action, 'All rows of the partitions are removed for good.', '分区中的全部数据将被永久删除。'),
});
