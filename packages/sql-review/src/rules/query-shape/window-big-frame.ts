import { nameOf } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const windowBigFrame = defineRule({
  id: 'window-big-frame',
  grade: 'N',
  theme: 'query-shape',
  tier: 'statistics',
  why: {
    en: 'A frame without a bound keeps the rows of its partition in a temporary table, which goes to disk on a large one.',
    zh: '没有边界的窗口帧需要把分区内的行保存在临时表中，数据量大时会落盘。',
  },
  parameters: { rows: 1_000_000 },
  on: ['aggregate'],
  check: (call, { nodes, statisticsOf }, { rows }) => {
    const { over } = call;
    if (!over || framed.has(call.name)) return undefined;
    const spec =
      over.kind === 'window-spec' ? over : nodes('named-window').find(({ name }) => isSame(name.name, over.name))?.spec;
    const bounds = spec?.frame ? [spec.frame.from.bound, spec.frame.to?.bound] : ['UNBOUNDED PRECEDING'];
    if (!spec || !bounds.some((bound) => bound?.startsWith('UNBOUNDED'))) return undefined;
    const big = nodes('named-table').find(({ name }) => (statisticsOf(nameOf(name))?.rows ?? 0) > rows);
    return (
      big &&
      at(
        call,
        `The frame has no bound, and ${big.name.name.name} has ${statisticsOf(nameOf(big.name))?.rows} rows.`,
        `窗口帧没有边界，而表 ${big.name.name.name} 有 ${statisticsOf(nameOf(big.name))?.rows} 行。`,
      )
    );
  },
});

/** Look at no frame. */
const framed: ReadonlySet<string> = new Set([
  'ROW_NUMBER', 'RANK', 'DENSE_RANK', 'NTILE', 'CUME_DIST', 'PERCENT_RANK', 'LAG', 'LEAD',
]); // biome-ignore format: a list
