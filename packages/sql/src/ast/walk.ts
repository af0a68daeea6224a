import type { Node } from './node.ts';

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** The nodes right below one, in the order of its keys, which is the order of the text for nearly all. */
export function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node)) {
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item);
    } else if (isNode(value)) children.push(value);
  }
  return children;
}

/**
 * Visits a node and all below it, parents first. `enter` answers 'skip' to leave out what is below. Without recursion:
 * a chain of a thousand operators is a thousand levels high.
 */
export function walk<Root extends Node>(root: Root, enter: (node: Node, parent: Node | undefined) => unknown): void {
  const nodes: Node[] = [root];
  const parents: (Node | undefined)[] = [undefined];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const parent = parents.pop();
    if (enter(node, parent) === 'skip') continue;
    const children = childrenOf(node);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child === undefined) continue;
      nodes.push(child);
      parents.push(node);
    }
  }
}
