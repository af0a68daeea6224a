import type { Rule } from '../rule.ts';
import { autoIncExhaustion } from './table-design/auto-inc-exhaustion.ts';
import { autoIncMany } from './table-design/auto-inc-many.ts';
import { autoIncName } from './table-design/auto-inc-name.ts';
import { autoIncSigned } from './table-design/auto-inc-signed.ts';
import { autoIncSmall } from './table-design/auto-inc-small.ts';
import { autoIncStart } from './table-design/auto-inc-start.ts';
import { autoIncType } from './table-design/auto-inc-type.ts';
import { checkNotEnforced } from './table-design/check-not-enforced.ts';
import { checkUnnamed } from './table-design/check-unnamed.ts';
import { columnComment } from './table-design/column-comment.ts';
import { columnOfKeyMissing } from './table-design/column-of-key-missing.ts';
import { columnsMany } from './table-design/columns-many.ts';
import { columnsNeedIndex } from './table-design/columns-need-index.ts';
import { columnsRequired } from './table-design/columns-required.ts';
import { constraintNeedsIndex } from './table-design/constraint-needs-index.ts';
import { createIfNotExists } from './table-design/create-if-not-exists.ts';
import { createIfNotExistsHides } from './table-design/create-if-not-exists-hides.ts';
import { createTableSelect } from './table-design/create-table-select.ts';
import { dataDirectory } from './table-design/data-directory.ts';
import { foreignKey } from './table-design/foreign-key.ts';
import { foreignKeyCascade } from './table-design/foreign-key-cascade.ts';
import { foreignKeyCountMismatch } from './table-design/foreign-key-count-mismatch.ts';
import { foreignKeyInline } from './table-design/foreign-key-inline.ts';
import { foreignKeyMatch } from './table-design/foreign-key-match.ts';
import { foreignKeyNameTwice } from './table-design/foreign-key-name-twice.ts';
import { foreignKeyNoTarget } from './table-design/foreign-key-no-target.ts';
import { foreignKeyNotUnique } from './table-design/foreign-key-not-unique.ts';
import { foreignKeySetDefault } from './table-design/foreign-key-set-default.ts';
import { foreignKeySetNull } from './table-design/foreign-key-set-null.ts';
import { foreignKeyTypeMismatch } from './table-design/foreign-key-type-mismatch.ts';
import { foreignKeyUnnamed } from './table-design/foreign-key-unnamed.ts';
import { indexColumnRepeat } from './table-design/index-column-repeat.ts';
import { indexMany } from './table-design/index-many.ts';
import { partitionForbidden } from './table-design/partition-forbidden.ts';
import { pkAutoIncrementForbidden } from './table-design/pk-auto-increment-forbidden.ts';
import { pkManyColumns } from './table-design/pk-many-columns.ts';
import { pkName } from './table-design/pk-name.ts';
import { pkNotAutoIncrement } from './table-design/pk-not-auto-increment.ts';
import { pkNotBigint } from './table-design/pk-not-bigint.ts';
import { pkNotBigintUnsigned } from './table-design/pk-not-bigint-unsigned.ts';
import { pkNotInteger } from './table-design/pk-not-integer.ts';
import { pkNullable } from './table-design/pk-nullable.ts';
import { pkPrefix } from './table-design/pk-prefix.ts';
import { pkTwice } from './table-design/pk-twice.ts';
import { pkTypeAllow } from './table-design/pk-type-allow.ts';
import { rowFormat } from './table-design/row-format.ts';
import { rowSizeLimit } from './table-design/row-size-limit.ts';
import { tableComment } from './table-design/table-comment.ts';
import { tableDual } from './table-design/table-dual.ts';
import { tableEngine } from './table-design/table-engine.ts';
import { tableNoColumn } from './table-design/table-no-column.ts';
import { tableNoIndex } from './table-design/table-no-index.ts';
import { tableNoPk } from './table-design/table-no-pk.ts';
import { tablespaceDeny } from './table-design/tablespace-deny.ts';
import { tablespaceShared } from './table-design/tablespace-shared.ts';
import { tempTable } from './table-design/temp-table.ts';
import { textColumnsMany } from './table-design/text-columns-many.ts';
import { varcharTotal } from './table-design/varchar-total.ts';

export const tableDesignRules: readonly Rule[] = [
  autoIncExhaustion,
  autoIncMany,
  autoIncName,
  autoIncSigned,
  autoIncSmall,
  autoIncStart,
  autoIncType,
  checkNotEnforced,
  checkUnnamed,
  columnComment,
  columnOfKeyMissing,
  columnsMany,
  columnsNeedIndex,
  columnsRequired,
  constraintNeedsIndex,
  createIfNotExists,
  createIfNotExistsHides,
  createTableSelect,
  dataDirectory,
  foreignKey,
  foreignKeyCascade,
  foreignKeyCountMismatch,
  foreignKeyInline,
  foreignKeyMatch,
  foreignKeyNameTwice,
  foreignKeyNoTarget,
  foreignKeyNotUnique,
  foreignKeySetDefault,
  foreignKeySetNull,
  foreignKeyTypeMismatch,
  foreignKeyUnnamed,
  indexColumnRepeat,
  indexMany,
  partitionForbidden,
  pkAutoIncrementForbidden,
  pkManyColumns,
  pkName,
  pkNotAutoIncrement,
  pkNotBigint,
  pkNotBigintUnsigned,
  pkNotInteger,
  pkNullable,
  pkPrefix,
  pkTwice,
  pkTypeAllow,
  rowFormat,
  rowSizeLimit,
  tableComment,
  tableDual,
  tableEngine,
  tableNoColumn,
  tableNoIndex,
  tableNoPk,
  tablespaceDeny,
  tablespaceShared,
  tempTable,
  textColumnsMany,
  varcharTotal,
];
