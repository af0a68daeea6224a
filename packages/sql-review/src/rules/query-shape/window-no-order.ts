import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

const ranking: ReadonlySet<string> = new Set([
  'ROW_NUMBER',
  'RANK',
  'DENSE_RANK',
  'LAG',
  'LEAD',
  'FIRST_VALUE',
  'LAST_VALUE',
  'NTH_VALUE',
  'NTILE',
  'PERCENT_RANK',
  'CUME_DIST',
]);

export const windowNoOrder = defineRule({
  id: 'window-no-order',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Without ORDER BY a ranking function numbers rows as they happen to come.',
    zh: '没有 ORDER BY 的排名函数，行号取决于读取顺序，结果不确定。',
  },
  on: ['aggregate'],
  check: (call, { nodes }) => {
    if (!call.over || !ranking.has(call.name)) return undefined;
    const { over } = call;
    const spec =
      over.kind === 'window-spec' ? over : nodes('named-window').find(({ name }) => isSame(name.name, over.name))?.spec;
    return (
      spec &&
      spec.orderBy.length === 0 &&
      !spec.base &&
      at(call, `${call.name}() without an order.`, `${call.name}() 没有指定顺序。`)
    );
  },
});
