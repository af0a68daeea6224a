import type { Identifier, Node } from '@myriad/sql';
import { isSame } from '../schema/table.ts';
import type { KindMap } from './kinds.ts';

/** Nodes that give something a name, wherever it stands: CREATE, ADD, CHANGE and RENAME. */
export const naming = [
  'create-table', 'column-definition', 'create-index', 'index-definition', 'foreign-key', 'check-constraint',
  'create-view', 'create-database', 'create-routine', 'create-trigger', 'define-event', 'table-rename', 'rename-to',
  'rename-element',
] as const; // biome-ignore format: a list

type NamingNode = KindMap[(typeof naming)[number]];

/** The name that a node gives; `undefined` where the thing has had it before, or gets none. */
export function givenName(node: NamingNode, parentOf: (node: Node) => Node | undefined): Identifier | undefined {
  switch (node.kind) {
    case 'column-definition':
      return keepsName(node, parentOf(node)) ? undefined : node.name;
    case 'index-definition':
      // The name of a primary key is not kept.
      return node.type === 'PRIMARY KEY' ? undefined : (node.name ?? node.constraint?.name);
    case 'foreign-key':
      return node.constraint?.name ?? node.name;
    case 'check-constraint':
      return node.constraint?.name;
    case 'create-index':
    case 'create-database':
      return node.name;
    case 'define-event':
      return node.verb === 'CREATE' ? node.name.name : node.renameTo?.name;
    case 'table-rename':
      return node.to.name;
    case 'rename-element':
      return node.to;
    default:
      return node.name.name;
  }
}

/** MODIFY, and CHANGE to the name it has. */
function keepsName(column: KindMap['column-definition'], parent: Node | undefined): boolean {
  if (parent?.kind !== 'change-column') return false;
  const { from } = parent as KindMap['change-column'];
  return from === undefined || isSame(from.name, column.name.name);
}
