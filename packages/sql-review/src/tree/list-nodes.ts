import type { Node } from '@myriad/sql';

/** All nodes of a statement, parents first, in the order of the text; `parents[i]` is the place of the one above `all[i]`. */
export interface NodeList {
  readonly all: readonly Node[];
  readonly parents: readonly number[];
}

/** By kind: the keys of its nodes that may hold nodes. Nodes of one kind have the same keys; scalars are left out once seen. */
const keysByKind = new Map<string, readonly string[]>();

function keysOf(node: Node): readonly string[] {
  const known = keysByKind.get(node.kind);
  if (known !== undefined) return known;
  const entries = Object.entries(node).filter(([, value]) => value === undefined || value === null || isHolder(value));
  const keys = entries.map(([key]) => key);
  keysByKind.set(node.kind, keys);
  return keys;
}

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isNode = (value: object): value is Node => 'kind' in value;

/** What EXPLAIN explains is not run, so it is not judged; what ANALYZE looks at is run. */
function isOnlyExplained(node: Node): boolean {
  return (
    node.kind === 'explain' && 'verb' in node && node.verb !== 'ANALYZE' && 'mode' in node && node.mode !== 'ANALYZE'
  );
}

/** In one walk for all rules, without recursion: a chain of a thousand operators is a thousand levels high. */
export function listNodes(root: Node): NodeList {
  const all: Node[] = [];
  const parents: number[] = [];
  const waiting: Node[] = [root];
  const above: number[] = [-1];
  const children: Node[] = [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const place = all.length;
    all.push(node);
    parents.push(above.pop() ?? -1);
    if (node.kind === 'identifier' || node.kind === 'literal' || isOnlyExplained(node)) continue;
    addChildren(node, children);
    for (let child = children.pop(); child !== undefined; child = children.pop()) {
      waiting.push(child);
      above.push(place);
    }
  }
  return { all, parents };
}

function addChildren(node: Node, children: Node[]): void {
  // Reading by key is what the list of keys is for; the type of a node says only its kind and place.
  const record = node as unknown as Readonly<Record<string, unknown>>;
  for (const key of keysOf(node)) {
    const value = record[key];
    if (!isHolder(value)) continue;
    if (Array.isArray(value)) {
      for (const item of value) if (isHolder(item) && isNode(item)) children.push(item);
    } else if (isNode(value)) children.push(value);
  }
}
