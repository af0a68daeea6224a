import { nameOf } from '../../context.ts';
import { bytesOf } from '../../facts/statistics.ts';
import { at, defineRule } from '../../rule.ts';

export const rebuildNoDisk = defineRule({
  id: 'rebuild-no-disk',
  grade: 'E',
  theme: 'schema-change',
  tier: 'instance',
  why: {
    en: 'A rebuild needs room for a second copy of the table: the disk has less.',
    zh: '重建表需要容纳第二份数据的磁盘空间，当前空间不足。',
  },
  on: ['alter-table'],
  check: (statement, { facts, statisticsOf }) => {
    const free = facts.instance?.freeDiskBytes;
    const size = statisticsOf(nameOf(statement.name));
    return (
      free !== undefined &&
      size &&
      bytesOf(size) * 1.1 > free &&
      at(
        statement.name,
        `${Math.round(bytesOf(size) / 1_048_576)} MB of table, ${Math.round(free / 1_048_576)} MB free.`,
        `表大小 ${Math.round(bytesOf(size) / 1_048_576)} MB，剩余空间 ${Math.round(free / 1_048_576)} MB。`,
      )
    );
  },
});
