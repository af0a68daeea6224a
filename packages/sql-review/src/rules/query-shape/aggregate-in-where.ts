import type { Aggregate, Node } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const aggregateInWhere = defineRule({
  id: 'aggregate-in-where',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'WHERE, ON, GROUP BY and SET look at rows before they are gathered: an aggregate there is an error (1111), HAVING is its place; window functions stand in the select list and ORDER BY only (3593).',
    zh: 'WHERE、ON、GROUP BY、SET 在聚合之前执行：其中不能使用聚合函数（错误 1111），应写在 HAVING 中；窗口函数只能出现在查询列和 ORDER BY 中（错误 3593）。',
  },
  on: ['aggregate'],
  check: (call, { parentOf }) => {
    for (let [below, above] = [call as Node, parentOf(call)]; above; [below, above] = [above, parentOf(above)]) {
      // HAVING, and the list of a window, look at rows that are gathered already.
      if (above.kind === 'query' || above.kind === 'select-item' || above.kind === 'set-variable') return undefined;
      if ('where' in above && above.where === below) return misplaced(call, 'WHERE');
      if (above.kind === 'join') return 'on' in above && above.on === below ? misplaced(call, 'ON') : undefined;
      if (above.kind === 'group-by') return call.over ? undefined : misplaced(call, 'GROUP BY');
      if (above.kind === 'values-row') return misplaced(call, 'VALUES');
      if (above.kind === 'assignment') return misplaced(call, 'SET');
      if ('having' in above && above.having === below) return call.over ? misplaced(call, 'HAVING') : undefined;
    }
    return undefined;
  },
});

const misplaced = (call: Aggregate, place: string) =>
  call.over
    ? at(
        call,
        `A window function cannot stand in ${place} (error 3593).`,
        `窗口函数不能出现在 ${place} 中（错误 3593）。`,
      )
    : at(
        call,
        `An aggregate cannot stand in ${place}: HAVING is its place.`,
        `聚合函数不能出现在 ${place} 中，应写在 HAVING 中。`,
      );
