import type { AlterColumn, AlterTable, ColumnDefinition, DataType, Expression, Node } from '@myriad/sql';
import type { Context } from '../context.ts';
import { attributeValue } from '../schema/read-table.ts';
import { columnNamed } from '../schema/table.ts';

/** A default as the text gives it, and the type of its column. */
export interface WrittenDefault {
  readonly type: DataType;
  readonly value: Expression;
}

/** DEFAULT of a column, or SET DEFAULT of one whose table is known; `undefined` without one. */
export function defaultIn(
  node: ColumnDefinition | AlterColumn,
  { parentOf, schema }: Pick<Context, 'parentOf' | 'schema'>,
): WrittenDefault | undefined {
  if (node.kind === 'column-definition') return written(node.type, attributeValue(node, 'DEFAULT'));
  const above = parentOf(node);
  const table = above?.kind === 'alter-table' ? schema.tableOf((above as AlterTable).name) : undefined;
  const column = table && columnNamed(table, node.name.name);
  return node.action === 'SET DEFAULT' ? written(column?.type, node.value) : undefined;
}

const written = (type: DataType | undefined, value: Node | undefined): WrittenDefault | undefined =>
  type && value ? { type, value: value as Expression } : undefined;
