import type { PageQuery } from '@myriad/contract';
import { readPage } from '../../platform/database/page.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import type { AuthParts } from './parts.ts';
import { mayReadAudit } from './policy.ts';
import { type AuditFilter, readAudit } from './store/audit.ts';

/** All of it for administrators; for operators what was done to what they operate. */
export async function listAudit(
  { db, auditSeenBy }: Pick<AuthParts, 'db' | 'auditSeenBy'>,
  actor: Actor,
  query: PageQuery & AuditFilter,
) {
  const all = mayReadAudit(actor);
  const seen = all.allowed ? undefined : await auditSeenBy?.(db, actor);
  if (!seen) requireAllowed(all);
  return readPage(
    query,
    (after, limit) => readAudit(db, { ...query, seen }, after, limit),
    (row) => ({ createdAt: row.at, id: row.id }),
    (row) => row,
  );
}
