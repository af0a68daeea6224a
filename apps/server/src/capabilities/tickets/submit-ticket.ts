import type { TicketRequest } from '@myriad/contract';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { NoteTicket } from './note-ticket.ts';
import type { TicketParts } from './parts.ts';
import { prepareRequest } from './prepare-request.ts';
import { tellHistory } from './settle-ticket.ts';
import { acceptIntake, getIntake } from './store/intake.ts';
import { addSubTicket } from './store/sub-tickets.ts';
import { writeTicketSubjects } from './store/subjects.ts';
import { addTicket, takeNumber } from './store/tickets.ts';

/** Opens the ticket with its sub-tickets and plans; one stored submission becomes one ticket at most. Gives the ticket's id. */
export async function submitTicket(
  parts: TicketParts,
  actor: Actor,
  request: TicketRequest,
  intakeId: string,
  note: NoteTicket,
): Promise<string> {
  const { kind, form, title, parts: wanted, subjects } = await prepareRequest(parts, actor, request);
  return inTransaction(parts.db, async (tx) => {
    const id = newId();
    if (!(await acceptIntake(tx, intakeId, id))) return (await getIntake(tx, intakeId)).ticketId ?? id;
    const at = parts.clock.now();
    await addTicket(tx, {
      id,
      letter: kind.letter,
      number: await takeNumber(tx, kind.letter),
      kind: kind.kind,
      title,
      state: 'waiting',
      form,
      reason: request.reason ?? null,
      applicationId: request.applicationId ?? null,
      openedBy: { id: actor.id, name: actor.name },
      openedAt: at,
    });
    for (const [position, part] of wanted.entries())
      await addSubTicket(tx, subTicketFrom(id, position, part, form), at);
    await writeTicketSubjects(tx, id, subjects);
    await tellHistory(tx, id, 'opened', at, actor.name);
    await note(tx, id);
    return id;
  });
}

type Wanted = Awaited<ReturnType<typeof prepareRequest>>['parts'][number];

export const subTicketFrom = (
  ticketId: string,
  position: number,
  { title, taskKind, taskInput, plan, form: ownForm }: Wanted,
  form: Awaited<ReturnType<typeof prepareRequest>>['form'],
) => ({
  id: newId(),
  ticketId,
  position,
  kind: taskKind,
  title,
  form: ownForm ?? form,
  taskInput,
  state: 'waiting' as const,
  plan,
});
