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
import { charLong } from './column-types/char-long.ts';
import { columnDuplicate } from './column-types/column-duplicate.ts';
import { enumSetBit } from './column-types/enum-set-bit.ts';
import { floatDouble } from './column-types/float-double.ts';
import { compareChain } from './query-shape/compare-chain.ts';
import { countDistinctMulti } from './query-shape/count-distinct-multi.ts';
import { equalsNull } from './query-shape/equals-null.ts';
import { foundRows } from './query-shape/found-rows.ts';
import { functionOnColumn } from './query-shape/function-on-column.ts';
import { inListLong } from './query-shape/in-list-long.ts';
import { inNull } from './query-shape/in-null.ts';
import { indexHint } from './query-shape/index-hint.ts';
import { injectionFunction } from './query-shape/injection-function.ts';
import { joinMany } from './query-shape/join-many.ts';
import { likeLeadingWildcard } from './query-shape/like-leading-wildcard.ts';
import { likeNoWildcard } from './query-shape/like-no-wildcard.ts';
import { limitDeepOffset } from './query-shape/limit-deep-offset.ts';
import { limitNoOrder } from './query-shape/limit-no-order.ts';
import { orderByRand } from './query-shape/order-by-rand.ts';
import { selectLimitRequired } from './query-shape/select-limit-required.ts';
import { selectNoWhere } from './query-shape/select-no-where.ts';
import { selectStar } from './query-shape/select-star.ts';
import { sysdate } from './query-shape/sysdate.ts';
import { unionDistinct } from './query-shape/union-distinct.ts';
import { alterEngine } from './schema-change/alter-engine.ts';
import { changeColumn } from './schema-change/change-column.ts';
import { dropColumn } from './schema-change/drop-column.ts';
import { dropForeignKey } from './schema-change/drop-foreign-key.ts';
import { dropPrimaryKey } from './schema-change/drop-primary-key.ts';
import { dropSchema } from './schema-change/drop-schema.ts';
import { dropTable } from './schema-change/drop-table.ts';
import { grantTooWide } from './schema-change/grant-too-wide.ts';
import { renameObject } from './schema-change/rename-object.ts';
import { columnsMany } from './table-design/columns-many.ts';
import { foreignKey } from './table-design/foreign-key.ts';
import { indexColumnRepeat } from './table-design/index-column-repeat.ts';
import { indexMany } from './table-design/index-many.ts';
import { partitionForbidden } from './table-design/partition-forbidden.ts';
import { pkManyColumns } from './table-design/pk-many-columns.ts';
import { tableNoPk } from './table-design/table-no-pk.ts';

/** Every rule there is, by theme. */
export const allRules: readonly Rule[] = [
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
  charLong,
  columnDuplicate,
  enumSetBit,
  floatDouble,
  compareChain,
  countDistinctMulti,
  equalsNull,
  foundRows,
  functionOnColumn,
  inListLong,
  inNull,
  indexHint,
  injectionFunction,
  joinMany,
  likeLeadingWildcard,
  likeNoWildcard,
  limitDeepOffset,
  limitNoOrder,
  orderByRand,
  selectLimitRequired,
  selectNoWhere,
  selectStar,
  sysdate,
  unionDistinct,
  alterEngine,
  changeColumn,
  dropColumn,
  dropForeignKey,
  dropPrimaryKey,
  dropSchema,
  dropTable,
  grantTooWide,
  renameObject,
  columnsMany,
  foreignKey,
  indexColumnRepeat,
  indexMany,
  partitionForbidden,
  pkManyColumns,
  tableNoPk,
];
