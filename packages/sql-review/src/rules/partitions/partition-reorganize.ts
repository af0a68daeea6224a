import { at, defineRule } from '../../rule.ts';

export const partitionReorganize = defineRule({
  id: 'partition-reorganize',
  grade: 'W',
  theme: 'partitions',
  why: {
    en: 'REORGANIZE copies the rows of the partitions under a lock; DROP and ADD at the end do not.',
    zh: 'REORGANIZE 会加锁复制分区数据，末尾的 DROP、ADD 则不会。',
  },
  on: ['partition-action'],
  check: (action) =>
    ['REORGANIZE', 'COALESCE', 'REBUILD'].includes(action.action) &&
    at(action, `${action.action} copies rows.`, `${action.action} 会复制数据。`),
});
