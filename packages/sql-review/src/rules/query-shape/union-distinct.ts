import type { CommonTable, Node } from '@myriad/sql';
import type { Context } from '../../context.ts';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { nearest } from '../../tree/tables.ts';

/** In a recursive common table UNION ends the recursion where nothing new comes. */
const isRecursive = (part: Node, parentOf: Context['parentOf'], nodes: Context['nodes']): boolean => {
  if (nodes('with').every(({ recursive }) => !recursive)) return false;
  const table = nearest(part, ['common-table'], parentOf) as CommonTable | undefined;
  return (
    table !== undefined &&
    nodes('named-table').some(
      ({ name, start }) => start > part.start && start < part.end && isSame(name.name.name, table.name.name),
    )
  );
};

export const unionDistinct = defineRule({
  id: 'union-distinct',
  grade: 'N',
  theme: 'query-shape',
  why: {
    en: 'UNION sorts out equal rows in a temporary table; UNION ALL does not, and is enough where the parts cannot overlap.',
    zh: 'UNION 需要用临时表去重；各部分不会重复时用 UNION ALL 即可。',
  },
  on: ['set-part'],
  check: (part, { parentOf, nodes }) =>
    !isRecursive(part, parentOf, nodes) &&
    part.operator === 'UNION' &&
    part.quantifier !== 'ALL' &&
    at(part, 'UNION removes duplicates; is UNION ALL enough?', 'UNION 会去重；是否可以使用 UNION ALL？'),
});
