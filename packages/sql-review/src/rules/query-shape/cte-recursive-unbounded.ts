import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';

export const cteRecursiveUnbounded = defineRule({
  id: 'cte-recursive-unbounded',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'A recursive common table stops when its second part gives no rows: without a condition there that never happens before cte_max_recursion_depth.',
    zh: '递归 CTE 在第二部分不再产生行时才会停止：没有条件时只能等到 cte_max_recursion_depth 报错。',
  },
  on: ['common-table'],
  check: ({ name, query }, { parentOf, nodes }) => {
    if (query.body.kind !== 'set-operation' || query.limit || nodes('with').every(({ recursive }) => !recursive))
      return undefined;
    return query.body.rest.flatMap(({ body }) => {
      if (body.kind !== 'select' || body.where || body.from.some((table) => table.kind === 'join')) return [];
      const reads = body.from.some((table) => table.kind === 'named-table' && isSame(table.name.name.name, name.name));
      return reads && body.from.length === 1 && parentOf(query)
        ? [at(body, 'The recursion has no end of its own.', '递归部分没有终止条件。')]
        : [];
    });
  },
});
