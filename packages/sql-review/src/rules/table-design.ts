import type { Rule } from '../rule.ts';
import { columnsMany } from './table-design/columns-many.ts';
import { foreignKey } from './table-design/foreign-key.ts';
import { indexColumnRepeat } from './table-design/index-column-repeat.ts';
import { indexMany } from './table-design/index-many.ts';
import { partitionForbidden } from './table-design/partition-forbidden.ts';
import { pkManyColumns } from './table-design/pk-many-columns.ts';
import { tableNoPk } from './table-design/table-no-pk.ts';

export const tableDesignRules: readonly Rule[] = [
  columnsMany,
  foreignKey,
  indexColumnRepeat,
  indexMany,
  partitionForbidden,
  pkManyColumns,
  tableNoPk,
];
