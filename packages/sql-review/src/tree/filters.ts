import type { Node } from '@myriad/sql';

type ParentOf = (node: Node) => Node | undefined;

/** Whether the condition chooses rows: it stands in WHERE, ON or HAVING, and not in the list of what is read. */
export function isInFilter(node: Node, parentOf: ParentOf): boolean {
  let below = node;
  for (let above = parentOf(node); above !== undefined; above = parentOf(above)) {
    if ('where' in above && above.where === below) return true;
    if ('on' in above && above.on === below) return true;
    if ('having' in above && above.having === below) return true;
    if (above.kind === 'query') return false;
    below = above;
  }
  return false;
}
