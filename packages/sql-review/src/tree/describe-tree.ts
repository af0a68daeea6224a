import { childrenOf, type Dialect, type Node, parseStatement, splitScript } from '@myriad/sql';
import { fieldsOf, isNode, nameOfNode } from '../own-rules/name-of-node.ts';

/** A node as somebody who writes a pattern needs to see it. */
export interface DescribedNode {
  readonly kind: string;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  /** What a pattern may say under `fields`, and what stands there: a value, a kind of node, `[2]` for two of them, or `absent`. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

/** The trees of a script, nodes in the order of reading, no more than `most`. */
export function describeTree(text: string, dialect: Dialect, most = 2000): readonly DescribedNode[] {
  const nodes: DescribedNode[] = [];
  for (const part of splitScript(text, dialect)) {
    const { statement } = parseStatement(text, dialect, part.from, part.end);
    const waiting: { readonly node: Node; readonly depth: number }[] = [{ node: statement, depth: 0 }];
    for (let next = waiting.pop(); next !== undefined && nodes.length < most; next = waiting.pop()) {
      const { node, depth } = next;
      nodes.push(describe(node, depth));
      for (const child of [...childrenOf(node)].reverse()) waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return nodes;
}

const places = new Set(['kind', 'start', 'end', 'tokens', 'comments']);

function describe(node: Node, depth: number): DescribedNode {
  const name = nameOfNode(node);
  const { kind, start, end } = node;
  const fields = Object.entries(fieldsOf(node)).flatMap(([key, value]) => {
    const told = places.has(key) ? undefined : tell(value);
    return told === undefined ? [] : [[key, told] as const];
  });
  return { kind, depth, start, end, ...(name === undefined ? {} : { name }), fields: Object.fromEntries(fields) };
}

function tell(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === undefined || value === null) return 'absent';
  if (Array.isArray(value)) return `[${value.length}]`;
  return isNode(value) ? value.kind : undefined;
}
