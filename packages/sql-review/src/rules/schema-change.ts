import type { Rule } from '../rule.ts';
import { addConstraintExisting } from './schema-change/add-constraint-existing.ts';
import { addNotNullNoDefault } from './schema-change/add-not-null-no-default.ts';
import { addUniqueExisting } from './schema-change/add-unique-existing.ts';
import { alterEngine } from './schema-change/alter-engine.ts';
import { alterForce } from './schema-change/alter-force.ts';
import { alterMerge } from './schema-change/alter-merge.ts';
import { alterNoAction } from './schema-change/alter-no-action.ts';
import { alterNoEffect } from './schema-change/alter-no-effect.ts';
import { alterOrderBy } from './schema-change/alter-order-by.ts';
import { alterSchema } from './schema-change/alter-schema.ts';
import { changeColumn } from './schema-change/change-column.ts';
import { changeWhileBusy } from './schema-change/change-while-busy.ts';
import { columnPosition } from './schema-change/column-position.ts';
import { columnShrink } from './schema-change/column-shrink.ts';
import { columnTypeChange } from './schema-change/column-type-change.ts';
import { columnWiden256 } from './schema-change/column-widen-256.ts';
import { createThenAlter } from './schema-change/create-then-alter.ts';
import { ddlAlgorithmRefused } from './schema-change/ddl-algorithm-refused.ts';
import { ddlAlgorithmRequired } from './schema-change/ddl-algorithm-required.ts';
import { ddlBigTable } from './schema-change/ddl-big-table.ts';
import { ddlCopyAsked } from './schema-change/ddl-copy-asked.ts';
import { ddlLockRequired } from './schema-change/ddl-lock-required.ts';
import { ddlOpenTransaction } from './schema-change/ddl-open-transaction.ts';
import { ddlRewritesTable } from './schema-change/ddl-rewrites-table.ts';
import { ddlTransactionAnywhere } from './schema-change/ddl-transaction-anywhere.ts';
import { dropColumn } from './schema-change/drop-column.ts';
import { dropColumnInIndex } from './schema-change/drop-column-in-index.ts';
import { dropColumnReferenced } from './schema-change/drop-column-referenced.ts';
import { dropConstraint } from './schema-change/drop-constraint.ts';
import { dropForeignKey } from './schema-change/drop-foreign-key.ts';
import { dropForeignKeyIndex } from './schema-change/drop-foreign-key-index.ts';
import { dropMany } from './schema-change/drop-many.ts';
import { dropPrimaryKey } from './schema-change/drop-primary-key.ts';
import { dropReadTable } from './schema-change/drop-read-table.ts';
import { dropRoutine } from './schema-change/drop-routine.ts';
import { dropSchema } from './schema-change/drop-schema.ts';
import { dropTable } from './schema-change/drop-table.ts';
import { dropTableBig } from './schema-change/drop-table-big.ts';
import { dropTablePattern } from './schema-change/drop-table-pattern.ts';
import { dropThenCreate } from './schema-change/drop-then-create.ts';
import { dropUsedTable } from './schema-change/drop-used-table.ts';
import { dropView } from './schema-change/drop-view.ts';
import { foreignKeyDisabledDrop } from './schema-change/foreign-key-disabled-drop.ts';
import { grantTooWide } from './schema-change/grant-too-wide.ts';
import { instantBlocked } from './schema-change/instant-blocked.ts';
import { instantExhausted } from './schema-change/instant-exhausted.ts';
import { modifyLosesAttributes } from './schema-change/modify-loses-attributes.ts';
import { notNullTightened } from './schema-change/not-null-tightened.ts';
import { optimizeTable } from './schema-change/optimize-table.ts';
import { oscForeignKey } from './schema-change/osc-foreign-key.ts';
import { oscNoUniqueKey } from './schema-change/osc-no-unique-key.ts';
import { oscTrigger } from './schema-change/osc-trigger.ts';
import { rebuildNoDisk } from './schema-change/rebuild-no-disk.ts';
import { renameBreaksView } from './schema-change/rename-breaks-view.ts';
import { renameCrossSchema } from './schema-change/rename-cross-schema.ts';
import { renameObject } from './schema-change/rename-object.ts';
import { repairTable } from './schema-change/repair-table.ts';
import { statementTypeDeny } from './schema-change/statement-type-deny.ts';
import { tablespaceChange } from './schema-change/tablespace-change.ts';
import { uniqueHasDuplicates } from './schema-change/unique-has-duplicates.ts';

export const schemaChangeRules: readonly Rule[] = [
  addUniqueExisting,
  addConstraintExisting,
  addNotNullNoDefault,
  alterEngine,
  alterForce,
  alterMerge,
  alterNoAction,
  alterNoEffect,
  alterOrderBy,
  alterSchema,
  changeColumn,
  changeWhileBusy,
  columnPosition,
  columnShrink,
  columnTypeChange,
  columnWiden256,
  createThenAlter,
  ddlAlgorithmRequired,
  ddlAlgorithmRefused,
  ddlBigTable,
  ddlCopyAsked,
  ddlLockRequired,
  ddlOpenTransaction,
  ddlRewritesTable,
  ddlTransactionAnywhere,
  dropColumn,
  dropColumnInIndex,
  dropColumnReferenced,
  dropConstraint,
  dropForeignKey,
  dropForeignKeyIndex,
  dropMany,
  dropPrimaryKey,
  dropReadTable,
  dropRoutine,
  dropSchema,
  dropTable,
  dropTableBig,
  dropTablePattern,
  dropThenCreate,
  dropUsedTable,
  dropView,
  foreignKeyDisabledDrop,
  grantTooWide,
  instantBlocked,
  instantExhausted,
  modifyLosesAttributes,
  notNullTightened,
  optimizeTable,
  oscForeignKey,
  oscNoUniqueKey,
  oscTrigger,
  rebuildNoDisk,
  renameBreaksView,
  renameCrossSchema,
  renameObject,
  repairTable,
  statementTypeDeny,
  tablespaceChange,
  uniqueHasDuplicates,
];
