import { type Delete, type Expression, type Node, type OrderItem, type Query, type Update, walk } from '@myriad/sql';
import { isSame } from '../schema/table.ts';
import { isCallOf } from './calls.ts';

/** What is sorted by chance: RAND() itself, in an expression, or under an alias of the select list. */
export const randomOrder = (sorted: Query | Update | Delete): readonly OrderItem[] =>
  sorted.orderBy.filter(({ expression }) => hasRandom(named(expression, sorted)));

/** What an alias of the select list stands for. */
function named(expression: Expression, sorted: Query | Update | Delete): Node {
  if (expression.kind !== 'column' || expression.table || sorted.kind !== 'query') return expression;
  const { body } = sorted;
  const item =
    body.kind === 'select' && body.items.find(({ alias }) => alias && isSame(alias.name, expression.name.name));
  return item ? item.expression : expression;
}

function hasRandom(root: Node): boolean {
  let found = false;
  walk(root, (node) => {
    if (node.kind === 'query') return 'skip';
    if (isCallOf(node, 'RAND', 'UUID', 'RANDOM_BYTES')) found = true;
    return undefined;
  });
  return found;
}
