import type { Clock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { AuditBook } from '../../platform/http/audit.ts';
import { addAuditRow, changeAuditRow } from './store/audit.ts';

/** The audit log, kept in the store. */
export const createAuditBook = ({ db, clock }: { readonly db: Db; readonly clock: Clock }): AuditBook => ({
  begin: async (entry) => {
    const id = newId();
    await inTransaction(db, (tx) => addAuditRow(tx, { ...entry, id, at: clock.now() }));
    return id;
  },
  note: (tx, id, details) => changeAuditRow(tx, id, { outcome: 'allowed', ...details }),
  end: (id, outcome, details) => inTransaction(db, (tx) => changeAuditRow(tx, id, { outcome, ...details })),
});
