import type { Rule } from '../rule.ts';
import { autocommitOff } from './transactions/autocommit-off.ts';
import { changesWithoutTransaction } from './transactions/changes-without-transaction.ts';
import { ddlDmlMixed } from './transactions/ddl-dml-mixed.ts';
import { ddlInTransaction } from './transactions/ddl-in-transaction.ts';
import { excuseUnclear } from './transactions/excuse-unclear.ts';
import { executeUnknown } from './transactions/execute-unknown.ts';
import { isolationLevel } from './transactions/isolation-level.ts';
import { lockInShareMode } from './transactions/lock-in-share-mode.ts';
import { lockNoWhere } from './transactions/lock-no-where.ts';
import { lockTables } from './transactions/lock-tables.ts';
import { lockTablesLeft } from './transactions/lock-tables-left.ts';
import { lockWaits } from './transactions/lock-waits.ts';
import { multiDdlOrder } from './transactions/multi-ddl-order.ts';
import { readLockGlobal } from './transactions/read-lock-global.ts';
import { savepointUnknown } from './transactions/savepoint-unknown.ts';
import { selectInChange } from './transactions/select-in-change.ts';
import { tableNotLocked } from './transactions/table-not-locked.ts';
import { transactionLeftOpen } from './transactions/transaction-left-open.ts';
import { transactionNested } from './transactions/transaction-nested.ts';
import { transactionTooMany } from './transactions/transaction-too-many.ts';
import { useInScript } from './transactions/use-in-script.ts';
import { xaTransaction } from './transactions/xa-transaction.ts';

export const transactionsRules: readonly Rule[] = [
  autocommitOff,
  changesWithoutTransaction,
  ddlDmlMixed,
  ddlInTransaction,
  excuseUnclear,
  executeUnknown,
  isolationLevel,
  lockInShareMode,
  lockNoWhere,
  lockTables,
  lockTablesLeft,
  lockWaits,
  multiDdlOrder,
  readLockGlobal,
  savepointUnknown,
  selectInChange,
  tableNotLocked,
  transactionLeftOpen,
  transactionNested,
  transactionTooMany,
  useInScript,
  xaTransaction,
];
