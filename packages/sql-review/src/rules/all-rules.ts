import type { Rule } from '../rule.ts';
import { dmlLimit } from './change-safety/dml-limit.ts';
import { dmlMultiTable } from './change-safety/dml-multi-table.ts';
import { dmlNoWhere } from './change-safety/dml-no-where.ts';
import { insertColumnTwice } from './change-safety/insert-column-twice.ts';
import { insertCountMismatch } from './change-safety/insert-count-mismatch.ts';
import { insertNoColumns } from './change-safety/insert-no-columns.ts';
import { replaceInto } from './change-safety/replace-into.ts';
import { selectForUpdate } from './change-safety/select-for-update.ts';
import { truncateTable } from './change-safety/truncate-table.ts';
import { updateSetAnd } from './change-safety/update-set-and.ts';
import { whereAlwaysTrue } from './change-safety/where-always-true.ts';
import { whereNeverTrue } from './change-safety/where-never-true.ts';
import { compareChain } from './query-shape/compare-chain.ts';
import { equalsNull } from './query-shape/equals-null.ts';
import { inListLong } from './query-shape/in-list-long.ts';
import { inNull } from './query-shape/in-null.ts';
import { likeLeadingWildcard } from './query-shape/like-leading-wildcard.ts';
import { orderByRand } from './query-shape/order-by-rand.ts';
import { selectStar } from './query-shape/select-star.ts';
import { sysdate } from './query-shape/sysdate.ts';

/** Every rule there is, by theme. */
export const allRules: readonly Rule[] = [
  dmlLimit,
  dmlMultiTable,
  dmlNoWhere,
  insertColumnTwice,
  insertCountMismatch,
  insertNoColumns,
  replaceInto,
  selectForUpdate,
  truncateTable,
  updateSetAnd,
  whereAlwaysTrue,
  whereNeverTrue,
  compareChain,
  equalsNull,
  inListLong,
  inNull,
  likeLeadingWildcard,
  orderByRand,
  selectStar,
  sysdate,
];
