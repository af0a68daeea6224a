import type { PageQuery } from '@myriad/contract';
import { readPage } from '../../platform/database/page.ts';
import type { Reader } from '../../platform/database/schema.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { mayReadAudit } from './policy.ts';
import { type AuditFilter, readAudit } from './store/audit.ts';

export async function listAudit(db: Reader, actor: Actor, query: PageQuery & AuditFilter) {
  requireAllowed(mayReadAudit(actor));
  return readPage(
    query,
    (after, limit) => readAudit(db, query, after, limit),
    (row) => ({ createdAt: row.at, id: row.id }),
    (row) => row,
  );
}
