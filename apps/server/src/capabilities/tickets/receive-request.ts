import { TicketRequest } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { checkForm } from './check-form.ts';
import type { NoteTicket } from './note-ticket.ts';
import type { TicketParts } from './parts.ts';
import { maySeeAll } from './policy.ts';
import { addIntake, getIntake, type Intake, refuseIntake } from './store/intake.ts';
import { submitTicket } from './submit-ticket.ts';

/**
 * The intake: the submission is stored as it came and committed, before anything looks into it. Whatever goes wrong after
 * that can be played again from the stored copy.
 */
export async function receiveRequest(
  parts: TicketParts,
  actor: Actor,
  submission: { readonly body: string; readonly source: string },
  note: NoteTicket,
): Promise<string> {
  const { id: byId, name } = actor;
  const intakeId = await inTransaction(parts.db, (tx) =>
    addIntake(tx, { ...submission, receivedAt: parts.clock.now(), by: { id: byId, name } }),
  );
  return processIntake(parts, actor, await getIntake(parts.db, intakeId), note);
}

/** In the name of its sender, with the roles the sender has now. */
export async function replayIntake(
  parts: TicketParts,
  actor: Actor,
  intakeId: string,
  note: NoteTicket,
): Promise<string> {
  requireAllowed(maySeeAll(actor));
  const intake = await getIntake(parts.db, intakeId);
  const sender = await parts.people.findActor(parts.db, intake.by.id);
  if (!sender) throw new ProblemError('TICKET_SENDER_GONE', { name: intake.by.name });
  return processIntake(parts, sender, intake, note);
}

async function processIntake(parts: TicketParts, actor: Actor, intake: Intake, note: NoteTicket): Promise<string> {
  if (intake.ticketId !== null) return intake.ticketId;
  try {
    return await submitTicket(parts, actor, parseBody(intake.body), intake.id, note);
  } catch (error) {
    // Anything but a refusal leaves it `received`: it never was answered.
    if (error instanceof ProblemError) await inTransaction(parts.db, (tx) => refuseIntake(tx, intake.id, error.code));
    throw error;
  }
}

function parseBody(body: string): TicketRequest {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new ProblemError('FORM_INVALID', {}, [
      { path: '', words: { en: 'This is not JSON.', zh: '内容不是合法的 JSON。' } },
    ]);
  }
  return checkForm(TicketRequest, json);
}
