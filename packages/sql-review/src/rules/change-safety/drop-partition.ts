import { at, defineRule } from '../../rule.ts';

export const dropPartition = defineRule({
  id: 'drop-partition',
  grade: 'E',
  theme: 'change-safety',
  why: {
    en: 'The rows of a dropped partition go with it, and only a backup brings them back.',
    zh: '删除分区会同时删除其中的数据，只能依靠备份恢复。',
  },
  on: ['partition-action'],
  check: (action) =>
    action.action === 'DROP' && at(action, 'The rows of the partitions are dropped.', '分区中的数据将被删除。'),
});
