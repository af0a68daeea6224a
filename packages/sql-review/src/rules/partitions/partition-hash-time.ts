import { at, defineRule } from '../../rule.ts';
import { isCallOf } from '../../tree/calls.ts';
import { bare } from '../../tree/conditions.ts';

export const partitionHashTime = defineRule({
  id: 'partition-hash-time',
  grade: 'W',
  theme: 'partitions',
  why: {
    en: 'HASH and KEY over a time spread one day over all partitions: old rows cannot be dropped with one.',
    zh: '对时间做 HASH、KEY 分区会把同一天的数据分散到各分区，无法通过删除分区清理旧数据。',
  },
  on: ['partition-method'],
  check: (method) => {
    const { expression } = method;
    const isTime =
      expression &&
      isCallOf(
        bare(expression),
        'TO_DAYS',
        'YEAR',
        'MONTH',
        'UNIX_TIMESTAMP',
        'TO_SECONDS',
        'DAYOFYEAR',
        'DAY',
        'WEEKDAY',
      );
    return (
      method.method === 'HASH' &&
      isTime &&
      at(method, 'Partition by RANGE to drop old rows.', '请使用 RANGE 分区以便清理旧数据。')
    );
  },
});
