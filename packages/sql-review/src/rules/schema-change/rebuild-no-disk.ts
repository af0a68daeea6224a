import { nameOf } from '../../context.ts';
import { bytesOf } from '../../facts/statistics.ts';
import { asAlters } from '../../predict/as-alter.ts';
import { predictDdl } from '../../predict/predict-ddl.ts';
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
  on: ['alter-table', 'create-index', 'table-maintenance'],
  check: (statement, context) => {
    const free = context.facts.instance?.freeDiskBytes;
    const [place] = asAlters(statement);
    const size = place && context.statisticsOf(nameOf(place.name));
    if (free === undefined || size === undefined) return undefined;
    const [predicted] = predictDdl(statement, context);
    // Where nobody knows the definition it may be a rebuild.
    const isAll = predicted?.algorithm === undefined && statement.kind !== 'create-index';
    const needed = isAll ? bytesOf(size) * 1.1 : predicted?.diskBytes;
    return (
      needed !== undefined &&
      needed > free &&
      at(
        place?.name ?? statement,
        `${Math.round(needed / 1_048_576)} MB are needed, ${Math.round(free / 1_048_576)} MB free.`,
        `需要 ${Math.round(needed / 1_048_576)} MB，剩余空间 ${Math.round(free / 1_048_576)} MB。`,
      )
    );
  },
});
