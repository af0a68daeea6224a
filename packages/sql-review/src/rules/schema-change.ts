import type { Rule } from '../rule.ts';
import { alterEngine } from './schema-change/alter-engine.ts';
import { alterMerge } from './schema-change/alter-merge.ts';
import { changeColumn } from './schema-change/change-column.ts';
import { createThenAlter } from './schema-change/create-then-alter.ts';
import { dropColumn } from './schema-change/drop-column.ts';
import { dropForeignKey } from './schema-change/drop-foreign-key.ts';
import { dropPrimaryKey } from './schema-change/drop-primary-key.ts';
import { dropSchema } from './schema-change/drop-schema.ts';
import { dropTable } from './schema-change/drop-table.ts';
import { dropThenCreate } from './schema-change/drop-then-create.ts';
import { grantTooWide } from './schema-change/grant-too-wide.ts';
import { renameObject } from './schema-change/rename-object.ts';

export const schemaChangeRules: readonly Rule[] = [
  alterEngine,
  alterMerge,
  changeColumn,
  createThenAlter,
  dropColumn,
  dropForeignKey,
  dropPrimaryKey,
  dropSchema,
  dropTable,
  dropThenCreate,
  grantTooWide,
  renameObject,
];
