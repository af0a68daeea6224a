import type { PlanView, Words } from '@myriad/contract';
import type { Actor } from '../../platform/policy/decision.ts';
import type { TicketParts } from './parts.ts';
import { prepareRequest } from './prepare-request.ts';
import { hashOfPlans } from './ticket.ts';

/** What would be done, step by step; writes nothing. */
export async function previewTicket(
  parts: Pick<TicketParts, 'db' | 'kinds' | 'tasks'>,
  actor: Actor,
  request: { readonly kind: string; readonly form: unknown; readonly applicationId?: string | null | undefined },
): Promise<{ title: Words; plan: PlanView; planHash: string; subTickets: { title: Words; plan: PlanView }[] }> {
  const prepared = await prepareRequest(parts, actor, request);
  const subTickets = prepared.parts.map(({ title, plan }) => ({ title, plan: parts.tasks.viewPlan(plan) }));
  const [first] = subTickets;
  if (!first) throw new Error('a prepared request has at least one part');
  const planHash = hashOfPlans(prepared.parts.map((part) => part.plan));
  return { title: prepared.title, plan: first.plan, planHash, subTickets };
}
