import type { AlterTable } from './alter-table.ts';
import type { CreateTable } from './create-table.ts';
import type { CreateIndex, DropIndex } from './indexes.ts';
import type { AlterDatabase, CreateDatabase, DropDatabase, DropTables, RenameTable, TruncateTable } from './objects.ts';
import type { SequenceStatement } from './sequence.ts';
import type {
  MaskingPolicy,
  ResourceGroupStatement,
  ServerStatement,
  SpatialReferenceStatement,
  StorageStatement,
} from './storage.ts';
import type { AlterView, CreateView } from './views.ts';

export type * from './alter-table.ts';
export type * from './create-table.ts';
export type * from './indexes.ts';
export type * from './objects.ts';
export type * from './partition.ts';
export type * from './sequence.ts';
export type * from './storage.ts';
export type * from './table-parts.ts';
export type * from './views.ts';

/** What makes, changes and removes tables, indexes, views, databases and where they are stored. */
export type DefinitionStatement =
  | CreateTable
  | AlterTable
  | CreateIndex
  | DropIndex
  | CreateView
  | AlterView
  | DropTables
  | RenameTable
  | TruncateTable
  | CreateDatabase
  | AlterDatabase
  | DropDatabase
  | StorageStatement
  | ServerStatement
  | SpatialReferenceStatement
  | ResourceGroupStatement
  | MaskingPolicy
  | SequenceStatement;
