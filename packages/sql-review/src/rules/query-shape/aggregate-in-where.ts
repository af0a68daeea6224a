import type { Node } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';

export const aggregateInWhere = defineRule({
  id: 'aggregate-in-where',
  grade: 'E',
  theme: 'query-shape',
  why: {
    en: 'WHERE looks at rows before they are gathered: an aggregate there is an error (1111), HAVING is its place.',
    zh: 'WHERE 在聚合之前执行：其中不能使用聚合函数（错误 1111），应写在 HAVING 中。',
  },
  on: ['aggregate'],
  check: (call, { parentOf }) => {
    if (call.over) return undefined;
    for (let [below, above] = [call as Node, parentOf(call)]; above; [below, above] = [above, parentOf(above)]) {
      if (above.kind === 'query' || above.kind === 'set-variable') return undefined;
      if ('where' in above)
        return above.where === below && at(call, 'Aggregates belong into HAVING.', '聚合函数应写在 HAVING 中。');
    }
    return undefined;
  },
});
