import { type Expression, type Node, type QueryBody, walk } from '@myriad/sql';
import { at, defineRule } from '../../rule.ts';
import { isSame } from '../../schema/table.ts';
import { isCallOf } from '../../tree/calls.ts';

/** What an alias of the select list stands for. */
function named(expression: Expression, body: QueryBody): Node {
  if (expression.kind !== 'column' || expression.table || body.kind !== 'select') return expression;
  const item = body.items.find(({ alias }) => alias && isSame(alias.name, expression.name.name));
  return item?.expression ?? expression;
}

function hasRandom(root: Node): boolean {
  let found = false;
  walk(root, (node) => {
    if (node.kind === 'query') return 'skip';
    if (isCallOf(node, 'RAND')) found = true;
    return undefined;
  });
  return found;
}

export const orderByRand = defineRule({
  id: 'order-by-rand',
  grade: 'W',
  theme: 'query-shape',
  why: {
    en: 'Every row gets a random number and all of them are sorted to take a few.',
    zh: '需要为每一行生成随机数并全部排序，只为取出少量行。',
  },
  on: ['query'],
  check: ({ orderBy, body }, { nodes }) =>
    orderBy.length > 0 &&
    nodes('call').length > 0 &&
    orderBy
      .filter(({ expression }) => hasRandom(named(expression, body)))
      .map((item) => at(item, 'ORDER BY RAND() sorts all rows.', 'ORDER BY RAND() 会对全部行排序。')),
});
