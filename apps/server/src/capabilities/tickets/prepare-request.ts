import type { Words } from '@myriad/contract';
import type { JsonObject, Plan } from '@myriad/runbook';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { type Actor, requireAllowed } from '../../platform/policy/decision.ts';
import { rightsOf } from '../auth/index.ts';
import { type Subject, subjectsOf } from '../metadata/index.ts';
import { checkForm } from './check-form.ts';
import type { BoundKind, TicketParts } from './parts.ts';
import { mayOpen } from './policy.ts';
import { requireNamedInSight, requireRoleOnAll } from './request-in-sight.ts';
import type { SubRequest } from './ticket-kind.ts';

/** A request taken apart: what would become of it if it were submitted now. */
export interface PreparedRequest {
  readonly kind: BoundKind;
  readonly form: JsonObject;
  readonly title: Words;
  /** What it is about. */
  readonly subjects: readonly Subject[];
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
  { db, kinds, tasks }: Pick<TicketParts, 'db' | 'kinds' | 'tasks'>,
  actor: Actor,
  request: { readonly kind: string; readonly form: unknown; readonly applicationId?: string | null | undefined },
): Promise<PreparedRequest> {
  const kind = getKind({ kinds }, request.kind);
  requireAllowed(
    mayOpen(
      rightsOf(actor).map(({ role }) => role),
      kind,
    ),
  );
  const form = checkForm(kind.form, request.form) as JsonObject; // a form is an object of plain JSON
  await requireNamedInSight(db, actor, { applicationId: request.applicationId, form });
  const wanted = await kind.prepare(form, actor);
  const [first] = wanted;
  if (!first) throw new Error(`${kind.kind} made no sub-ticket of its form`);
  const parts: (SubRequest & { plan: Plan })[] = [];
  for (const part of wanted) parts.push({ ...part, plan: await tasks.planTask(part.taskKind, part.taskInput) });
  const subjects = parts.flatMap(({ plan }) => subjectsOf(plan.input, plan.locks));
  await requireRoleOnAll(db, actor, kind, subjects);
  return {
    kind,
    form,
    subjects,
    title: kind.ticketTitle(form) ?? (wanted.length === 1 ? first.title : kind.title),
    parts,
  };
}
