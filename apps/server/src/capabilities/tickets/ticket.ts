import { createHash } from 'node:crypto';
import type { TaskState, TicketState, Words } from '@myriad/contract';
import { canonicalJson, type JsonObject, type Plan } from '@myriad/runbook';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** The summary ticket: what was asked, by whom, and the state its sub-tickets add up to. */
export interface Ticket {
  readonly id: string;
  /** For people: letter and number, `R-17`. */
  readonly number: string;
  readonly kind: string;
  readonly title: Words;
  readonly state: TicketState;
  readonly form: JsonObject;
  readonly reason: string | null;
  readonly applicationId: string | null;
  readonly openedBy: Person;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** One task's worth of a ticket. */
export interface SubTicket {
  readonly id: string;
  readonly ticketId: string;
  readonly position: number;
  readonly kind: string;
  readonly title: Words;
  readonly form: JsonObject;
  readonly taskInput: JsonObject;
  readonly state: TicketState;
  readonly plan: Plan;
  /** The facts moved under the plan: it is computed again before anybody is asked. */
  readonly stale: boolean;
  readonly taskId: string | null;
  /** Approved to begin after a change freeze: its end as it was last seen (epoch ms); null: nothing holds it back. */
  readonly heldUntil: number | null;
}

/** What a change freeze tells whoever decides about a ticket. */
export interface Freeze {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly untilAt: number;
}

export interface Approval {
  readonly by: Person;
  readonly at: number;
  readonly verdict: 'approved' | 'rejected';
  readonly comment: string | null;
  readonly planHash: string;
  readonly ownTicket: boolean;
  /** An administrator let it begin in a change freeze, and why. */
  readonly freezeOverride: { readonly freeze: string; readonly reason: string } | null;
}

export interface HistoryLine {
  readonly at: number;
  readonly what: string;
  readonly by: string | null;
  readonly words: Words;
}

const open: readonly TicketState[] = ['waiting', 'approved', 'running'];

/** Ended for good: nothing of it will change any more. */
export const isEnded = (state: TicketState): boolean => !open.includes(state);

/** What a finished task makes of its sub-ticket; undefined while the task goes on. */
export function endStateOf(task: TaskState): TicketState | undefined {
  if (task === 'done' || task === 'failed' || task === 'cancelled') return task;
  return task === 'undone' ? 'cancelled' : undefined;
}

/**
 * The state of the whole from the states of its parts, whatever the order they came in. A part that waits for a person
 * outweighs parts that run; once all have ended, the worst end is the ticket's.
 */
export function rollUp(parts: readonly TicketState[]): TicketState {
  if (parts.includes('waiting')) return 'waiting';
  if (parts.some((state) => !isEnded(state)))
    return parts.every((state) => state === 'approved') ? 'approved' : 'running';
  for (const worst of ['failed', 'cancelled', 'rejected', 'withdrawn'] as const)
    if (parts.includes(worst)) return worst;
  return 'done';
}

/** What an approver agrees to: one plan's own hash, or a hash over several, in order. */
export function hashOfPlans(plans: readonly Pick<Plan, 'hash'>[]): string {
  const [only, ...more] = plans;
  if (only !== undefined && more.length === 0) return only.hash;
  return createHash('sha256')
    .update(canonicalJson(plans.map((plan) => plan.hash)))
    .digest('hex');
}

/** The parts that wait for a person, in order. */
export const waitingOf = (parts: readonly SubTicket[]): readonly SubTicket[] =>
  parts.filter((part) => part.state === 'waiting');

/** Approved, but a change freeze is waited for: no task of it exists. */
export const isHeld = ({ state, heldUntil }: Pick<SubTicket, 'state' | 'heldUntil'>): boolean =>
  state === 'approved' && heldUntil !== null;

/** `R-17` → letter and number; undefined for anything else. */
export function parseNumber(text: string): { letter: string; number: number } | undefined {
  const match = /^([A-Za-z]{1,4})-([1-9]\d{0,14})$/.exec(text);
  return match?.[1] && match[2] ? { letter: match[1].toUpperCase(), number: Number(match[2]) } : undefined;
}
