import type { LockWait, TableLock, TransactionStatement } from '../ast/transaction.ts';
import { clause, list, type Printers, words } from './printer.ts';

export const transactionPrinters: Printers<TransactionStatement | TableLock | LockWait> = {
  'start-transaction': ({ form, characteristics }) => words(form, characteristics.join(', ')),
  'end-transaction': ({ verb, chain, release }) => words(verb, chain, release),
  savepoint: ({ verb, name }, print) => words(verb, print(name)),
  'lock-tables': ({ tables, wait }, print) => words(clause('LOCK TABLES', tables, print), print(wait)),
  'table-lock': ({ table, alias, mode }, print) => words(print(table), alias && `AS ${print(alias)}`, mode),
  'lock-wait': ({ seconds }, print) => (seconds === undefined ? 'NOWAIT' : `WAIT ${print(seconds)}`),
  'lock-other': ({ what }) => what,
  xa: ({ verb, xid, option }, print) => words('XA', verb, list(xid, print), option),
};
