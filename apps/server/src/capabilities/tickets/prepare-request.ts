import type { Words } from '@myriad/contract';
import type { JsonObject, Plan } from '@myriad/runbook';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { checkForm } from './check-form.ts';
import type { BoundKind, TicketParts } from './parts.ts';
import { mayOpen } from './policy.ts';
import type { SubRequest } from './ticket-kind.ts';

/** A request taken apart: what would become of it if it were submitted now. */
export interface PreparedRequest {
  readonly kind: BoundKind;
  readonly form: JsonObject;
  readonly title: Words;
  /** One per sub-ticket, at least one. */
  readonly parts: readonly (SubRequest & { readonly plan: Plan })[];
}

export function getKind({ kinds }: Pick<TicketParts, 'kinds'>, kind: string): BoundKind {
  const found = kinds.get(kind);
  if (!found) throw new ProblemError('TICKET_KIND_UNKNOWN', { kind });
  return found;
}

/** Dispatches by kind, checks the form, decomposes it and plans each part. Reads only. */
export async function prepareRequest(
  { kinds, tasks }: Pick<TicketParts, 'kinds' | 'tasks'>,
  actor: Actor,
  request: { readonly kind: string; readonly form: unknown },
): Promise<PreparedRequest> {
  const kind = getKind({ kinds }, request.kind);
  requireAllowed(mayOpen(actor, kind));
  const form = checkForm(kind.form, request.form) as JsonObject; // a form is an object of plain JSON
  const wanted = await kind.prepare(form, actor);
  const [first] = wanted;
  if (!first) throw new Error(`${kind.kind} made no sub-ticket of its form`);
  const parts: (SubRequest & { plan: Plan })[] = [];
  for (const part of wanted) parts.push({ ...part, plan: await tasks.planTask(part.taskKind, part.taskInput) });
  return { kind, form, title: kind.ticketTitle(form) ?? (wanted.length === 1 ? first.title : kind.title), parts };
}
