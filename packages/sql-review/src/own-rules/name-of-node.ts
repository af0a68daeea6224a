import type { Node } from '@myriad/sql';

/** A node read by key: its type says only its kind and place, the definition names the rest. */
export const fieldsOf = (node: Node): Readonly<Record<string, unknown>> =>
  // All nodes of a kind have the same keys, so that a key that is not there was named wrongly.
  node as unknown as Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** What a node is called: a name itself, or the last part of the name it carries. */
export function nameOfNode(node: Node): string | undefined {
  let one: unknown = node;
  for (let deep = 0; deep < 4; deep += 1) {
    if (typeof one === 'string') return one;
    if (!isNode(one)) return undefined;
    one = fieldsOf(one).name;
  }
  return undefined;
}

/** The table a node names, with its schema where that is written. */
export function tableNamed(node: Node): { readonly schema: string | undefined; readonly name: string } | undefined {
  const fields = fieldsOf(node);
  const name = nameOfNode(node);
  if (name === undefined) return undefined;
  const holder = node.kind === 'qualified-name' ? fields : isNode(fields.name) ? fieldsOf(fields.name) : fields;
  return { schema: isNode(holder.schema) ? nameOfNode(holder.schema) : undefined, name };
}
