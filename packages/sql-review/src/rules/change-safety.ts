import type { Rule } from '../rule.ts';
import { dmlJoinNoOn } from './change-safety/dml-join-no-on.ts';
import { dmlLimit } from './change-safety/dml-limit.ts';
import { dmlLimitRequired } from './change-safety/dml-limit-required.ts';
import { dmlMultiTable } from './change-safety/dml-multi-table.ts';
import { dmlNoWhere } from './change-safety/dml-no-where.ts';
import { dmlOrderBy } from './change-safety/dml-order-by.ts';
import { explicitCommit } from './change-safety/explicit-commit.ts';
import { fileReadWrite } from './change-safety/file-read-write.ts';
import { insertColumnTwice } from './change-safety/insert-column-twice.ts';
import { insertCountMismatch } from './change-safety/insert-count-mismatch.ts';
import { insertNoColumns } from './change-safety/insert-no-columns.ts';
import { insertOnDuplicate } from './change-safety/insert-on-duplicate.ts';
import { insertRows } from './change-safety/insert-rows.ts';
import { insertSelect } from './change-safety/insert-select.ts';
import { replaceInto } from './change-safety/replace-into.ts';
import { selectForUpdate } from './change-safety/select-for-update.ts';
import { truncateTable } from './change-safety/truncate-table.ts';
import { updateSetAnd } from './change-safety/update-set-and.ts';
import { whereAlwaysTrue } from './change-safety/where-always-true.ts';
import { whereNeverTrue } from './change-safety/where-never-true.ts';

export const changeSafetyRules: readonly Rule[] = [
  dmlJoinNoOn,
  dmlLimit,
  dmlLimitRequired,
  dmlMultiTable,
  dmlNoWhere,
  dmlOrderBy,
  explicitCommit,
  fileReadWrite,
  insertColumnTwice,
  insertCountMismatch,
  insertNoColumns,
  insertOnDuplicate,
  insertRows,
  insertSelect,
  replaceInto,
  selectForUpdate,
  truncateTable,
  updateSetAnd,
  whereAlwaysTrue,
  whereNeverTrue,
];
