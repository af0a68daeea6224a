import '../tables.ts';
import type { Words } from '@myriad/contract';
import { newId } from '../../../platform/database/new-id.ts';
import type { Reader, Tx } from '../../../platform/database/schema.ts';
import type { Approval, HistoryLine } from '../ticket.ts';

export async function addApproval(tx: Tx, ticketId: string, approval: Approval): Promise<void> {
  await tx
    .insertInto('ticket_approval')
    .values({
      id: newId(),
      ticket_id: ticketId,
      by_id: approval.by.id,
      by_name: approval.by.name,
      at: approval.at,
      verdict: approval.verdict,
      comment: approval.comment,
      plan_hash: approval.planHash,
      own_ticket: approval.ownTicket ? 1 : 0,
      freeze_override: approval.freezeOverride && JSON.stringify(approval.freezeOverride),
    })
    .execute();
}

export async function listApprovals(db: Reader, ticketId: string): Promise<readonly Approval[]> {
  const rows = await db
    .selectFrom('ticket_approval')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
    verdict: row.verdict === 'approved' ? 'approved' : 'rejected',
    comment: row.comment,
    planHash: row.plan_hash,
    ownTicket: row.own_ticket === 1,
    freezeOverride:
      row.freeze_override === null ? null : (JSON.parse(row.freeze_override) as Approval['freezeOverride']),
  }));
}

export async function addHistory(tx: Tx, ticketId: string, line: HistoryLine): Promise<void> {
  await tx
    .insertInto('ticket_history')
    .values({
      id: newId(),
      ticket_id: ticketId,
      at: line.at,
      what: line.what,
      by_name: line.by,
      words: JSON.stringify(line.words),
    })
    .execute();
}

export async function listHistory(db: Reader, ticketId: string): Promise<readonly HistoryLine[]> {
  const rows = await db
    .selectFrom('ticket_history')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ at: row.at, what: row.what, by: row.by_name, words: JSON.parse(row.words) as Words }));
}
