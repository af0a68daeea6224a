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

const isNode = (value: object): value is Node => (value as Partial<Node>).kind !== undefined;

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
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const place = all.length;
    all.push(node);
    parents.push(above.pop() ?? -1);
    if (node.kind === 'identifier' || node.kind === 'literal' || isOnlyExplained(node)) continue;
    addChildren(node, waiting);
    while (above.length < waiting.length) above.push(place);
  }
  return { all, parents };
}

/** The last child first: what is put in last is taken out first. */
function addChildren(node: Node, waiting: Node[]): void {
  // Reading by key is what the list of keys is for; the type of a node says only its kind and place.
  const record = node as unknown as Readonly<Record<string, unknown>>;
  const keys = keysOf(node);
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const value = record[keys[at] ?? ''];
    if (!isHolder(value)) continue;
    if (Array.isArray(value)) {
      for (let place = value.length - 1; place >= 0; place -= 1) {
        const item: unknown = value[place];
        if (isHolder(item) && isNode(item)) waiting.push(item);
      }
    } else if (isNode(value)) waiting.push(value);
  }
}
