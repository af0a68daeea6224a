import { Words } from '@myriad/contract';
import type { RawBuilder, SqlBool } from 'kysely';
import type { Cursor } from '../../../platform/database/page.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { AuditEntry, AuditOutcome } from '../../../platform/http/audit.ts';
import type { AuditTable } from '../tables.ts';

const longestResource = 500;

export async function addAuditRow(
  tx: Tx,
  row: AuditEntry & { readonly id: string; readonly at: number },
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: row.id,
      at: row.at,
      actor_id: row.actor?.id ?? null,
      actor_name: row.actor?.name ?? '',
      via: row.actor?.via ?? 'public',
      action: row.action,
      resource: row.resource.slice(0, longestResource),
      outcome: 'started',
      words: null,
      request_id: row.requestId,
    })
    .execute();
}

/** Throws when the row is gone: an act without its row must not be committed. */
export async function changeAuditRow(
  tx: Tx,
  id: string,
  change: {
    readonly outcome: AuditOutcome;
    readonly resource?: string | undefined;
    readonly words?: Words | undefined;
    readonly actor?: AuditEntry['actor'];
  },
): Promise<void> {
  const { actor, words, resource } = change;
  const result = await tx
    .updateTable('audit')
    .set({
      outcome: change.outcome,
      ...(resource === undefined ? {} : { resource: resource.slice(0, longestResource) }),
      ...(words === undefined ? {} : { words: JSON.stringify(words) }),
      ...(actor === undefined ? {} : { actor_id: actor.id, actor_name: actor.name, via: actor.via }),
    })
    .where('id', '=', id)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`audit row ${id} is gone`);
}

export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  /** Only rows of which this holds. */
  readonly seen?: RawBuilder<SqlBool> | undefined;
}

/** Newest first. */
export async function readAudit(db: Reader, filter: AuditFilter, after: Cursor | undefined, limit: number) {
  let query = db.selectFrom('audit').selectAll();
  if (filter.actorId !== undefined) query = query.where('actor_id', '=', filter.actorId);
  if (filter.seen !== undefined) query = query.where(filter.seen);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (after !== undefined) {
    query = query.where((where) =>
      where.or([
        where('at', '<', after.createdAt),
        where.and([where('at', '=', after.createdAt), where('id', '<', after.id)]),
      ]),
    );
  }
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(auditOf);
}

const auditOf = (row: AuditTable) => ({
  id: row.id,
  at: row.at,
  ...(row.actor_id === null ? {} : { actorId: row.actor_id }),
  actorName: row.actor_name,
  via: row.via,
  action: row.action,
  resource: row.resource,
  outcome: row.outcome,
  ...(row.words === null ? {} : { words: Words.parse(JSON.parse(row.words)) }),
  requestId: row.request_id,
});
