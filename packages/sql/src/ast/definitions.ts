import type { AlterTable } from './alter-table.ts';
import type { CreateTable } from './create-table.ts';
import type { CreateIndex, DropIndex } from './indexes.ts';

export type * from './alter-table.ts';
export type * from './create-table.ts';
export type * from './indexes.ts';
export type * from './partition.ts';
export type * from './table-parts.ts';

/** What makes, changes and removes tables, indexes, views, databases and where they are stored. */
export type DefinitionStatement = CreateTable | CreateIndex | DropIndex | AlterTable;
