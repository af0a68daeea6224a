import type { Rule } from '../rule.ts';
import { changeIgnore } from './change-safety/change-ignore.ts';
import { changeReadsOwnTable } from './change-safety/change-reads-own-table.ts';
import { dateUnquoted } from './change-safety/date-unquoted.ts';
import { deleteAllUseTruncate } from './change-safety/delete-all-use-truncate.ts';
import { deleteCascades } from './change-safety/delete-cascades.ts';
import { destructiveNeedsBackup } from './change-safety/destructive-needs-backup.ts';
import { dmlAffectedRows } from './change-safety/dml-affected-rows.ts';
import { dmlBigTable } from './change-safety/dml-big-table.ts';
import { dmlJoinNoOn } from './change-safety/dml-join-no-on.ts';
import { dmlLimit } from './change-safety/dml-limit.ts';
import { dmlLimitRequired } from './change-safety/dml-limit-required.ts';
import { dmlLocksAll } from './change-safety/dml-locks-all.ts';
import { dmlMultiTable } from './change-safety/dml-multi-table.ts';
import { dmlNoRows } from './change-safety/dml-no-rows.ts';
import { dmlNoWhere } from './change-safety/dml-no-where.ts';
import { dmlOrderBy } from './change-safety/dml-order-by.ts';
import { dropPartition } from './change-safety/drop-partition.ts';
import { dynamicSql } from './change-safety/dynamic-sql.ts';
import { explicitCommit } from './change-safety/explicit-commit.ts';
import { fileReadWrite } from './change-safety/file-read-write.ts';
import { insertColumnTwice } from './change-safety/insert-column-twice.ts';
import { insertCountMismatch } from './change-safety/insert-count-mismatch.ts';
import { insertDelayed } from './change-safety/insert-delayed.ts';
import { insertEmptyValues } from './change-safety/insert-empty-values.ts';
import { insertIgnore } from './change-safety/insert-ignore.ts';
import { insertNoColumns } from './change-safety/insert-no-columns.ts';
import { insertOnDuplicate } from './change-safety/insert-on-duplicate.ts';
import { insertOrderByRand } from './change-safety/insert-order-by-rand.ts';
import { insertRows } from './change-safety/insert-rows.ts';
import { insertSelect } from './change-safety/insert-select.ts';
import { insertSelectStar } from './change-safety/insert-select-star.ts';
import { loadDataDuplicates } from './change-safety/load-data-duplicates.ts';
import { loadDataNoColumns } from './change-safety/load-data-no-columns.ts';
import { maxExecutionTimeRequired } from './change-safety/max-execution-time-required.ts';
import { odkuManyUnique } from './change-safety/odku-many-unique.ts';
import { odkuValuesDeprecated } from './change-safety/odku-values-deprecated.ts';
import { priorityWord } from './change-safety/priority-word.ts';
import { replaceInto } from './change-safety/replace-into.ts';
import { replaceWithChildren } from './change-safety/replace-with-children.ts';
import { selectForUpdate } from './change-safety/select-for-update.ts';
import { setChecksOff } from './change-safety/set-checks-off.ts';
import { systemSchemaWrite } from './change-safety/system-schema-write.ts';
import { tableDenyDdl } from './change-safety/table-deny-ddl.ts';
import { tableDenyDml } from './change-safety/table-deny-dml.ts';
import { triggerFires } from './change-safety/trigger-fires.ts';
import { truncateManyPartitions } from './change-safety/truncate-many-partitions.ts';
import { truncateTable } from './change-safety/truncate-table.ts';
import { updateColumnTwice } from './change-safety/update-column-twice.ts';
import { updateMovesTimestamp } from './change-safety/update-moves-timestamp.ts';
import { updatePrimaryKey } from './change-safety/update-primary-key.ts';
import { updateSelfAssign } from './change-safety/update-self-assign.ts';
import { updateSetAnd } from './change-safety/update-set-and.ts';
import { whereAlwaysTrue } from './change-safety/where-always-true.ts';
import { whereConstantColumn } from './change-safety/where-constant-column.ts';
import { whereNeverTrue } from './change-safety/where-never-true.ts';

export const changeSafetyRules: readonly Rule[] = [
  changeIgnore,
  changeReadsOwnTable,
  dateUnquoted,
  deleteAllUseTruncate,
  deleteCascades,
  destructiveNeedsBackup,
  dmlAffectedRows,
  dmlBigTable,
  dmlJoinNoOn,
  dmlLimit,
  dmlLimitRequired,
  dmlLocksAll,
  dmlMultiTable,
  dmlNoRows,
  dmlNoWhere,
  dmlOrderBy,
  dropPartition,
  dynamicSql,
  explicitCommit,
  fileReadWrite,
  insertColumnTwice,
  insertCountMismatch,
  insertDelayed,
  insertEmptyValues,
  insertIgnore,
  insertNoColumns,
  insertOnDuplicate,
  insertOrderByRand,
  insertRows,
  insertSelect,
  insertSelectStar,
  loadDataDuplicates,
  loadDataNoColumns,
  maxExecutionTimeRequired,
  odkuManyUnique,
  odkuValuesDeprecated,
  priorityWord,
  replaceInto,
  replaceWithChildren,
  selectForUpdate,
  setChecksOff,
  systemSchemaWrite,
  tableDenyDdl,
  tableDenyDml,
  triggerFires,
  truncateManyPartitions,
  truncateTable,
  updateColumnTwice,
  updateMovesTimestamp,
  updatePrimaryKey,
  updateSelfAssign,
  updateSetAnd,
  whereAlwaysTrue,
  whereConstantColumn,
  whereNeverTrue,
];
