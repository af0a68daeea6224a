import type { approveTicket, Role, TicketState } from '@myriad/contract';
import type { z } from 'zod';
import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import type { Freeze, Person } from './ticket.ts';
import type { TicketKind } from './ticket-kind.ts';

interface Asked {
  readonly state: TicketState;
  readonly openedBy: Person;
  /** Part of it is approved and waits for the end of a change freeze. */
  readonly held?: boolean;
}

/** What an approver says about a change freeze that is in force. */
export type FreezeChoice = NonNullable<z.infer<typeof approveTicket.body>['freeze']>;

/** What the sole-administrator exception depends on. */
export interface OwnTicketFacts {
  /** The setting `approveOwnTickets`. */
  readonly allowedBySetting: boolean;
  /** Somebody else could approve this ticket. */
  readonly otherApprover: boolean;
}

const anyOf = (held: readonly Role[], roles: readonly Role[]) =>
  held.includes('administrator') || held.some((role) => roles.includes(role));
const holds = (actor: Actor, roles: readonly Role[]) => anyOf(actor.roles, roles);

export const maySeeAll = (actor: Actor): Decision => (holds(actor, ['dba']) ? yes : no('NOT_AN_APPROVER'));

export function maySee(actor: Actor, ticket: Pick<Asked, 'openedBy'>): Decision {
  return ticket.openedBy.id === actor.id || maySeeAll(actor).allowed ? yes : no('TICKET_NOT_FOUND');
}

/** `held`: on what the ticket is about; for the list of kinds, anywhere. */
export function mayOpen(held: readonly Role[], kind: Pick<TicketKind, 'openRoles'>): Decision {
  return kind.openRoles === undefined || anyOf(held, kind.openRoles) ? yes : no('TICKET_KIND_NOT_ALLOWED');
}

export function mayApprove(actor: Actor, ticket: Asked, approverRoles: readonly Role[], own: OwnTicketFacts): Decision {
  if (ticket.state !== 'waiting') return no('TICKET_NOT_WAITING');
  if (!holds(actor, approverRoles)) return no('NOT_AN_APPROVER');
  if (ticket.openedBy.id !== actor.id) return yes;
  const soleAdministrator = actor.roles.includes('administrator') && !own.otherApprover;
  return soleAdministrator && own.allowedBySetting ? yes : no('CANNOT_APPROVE_OWN_TICKET');
}

/** Nothing begins in a change freeze: it waits for the end, or an administrator lets it begin and says why. */
export function mayBegin(
  actor: Pick<Actor, 'roles'>,
  freeze: Freeze | undefined,
  choice: FreezeChoice['choice'] | undefined,
): Decision {
  if (!freeze || choice === 'wait') return yes;
  if (choice === 'override') return actor.roles.includes('administrator') ? yes : no('FREEZE_OVERRIDE_NOT_ALLOWED');
  const until = `${new Date(freeze.untilAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return no('CHANGE_FREEZE_IN_FORCE', { name: freeze.name, reason: freeze.reason, until });
}

/** Still to be decided about, or approved without having begun. */
const isOpen = ({ state, held = false }: Asked): boolean => state === 'waiting' || held;

export function mayReject(actor: Actor, ticket: Asked, approverRoles: readonly Role[]): Decision {
  if (!isOpen(ticket)) return no('TICKET_NOT_WAITING');
  return holds(actor, approverRoles) ? yes : no('NOT_AN_APPROVER');
}

export function mayWithdraw(actor: Actor, ticket: Asked): Decision {
  if (ticket.openedBy.id !== actor.id) return no('NOT_YOUR_TICKET');
  return isOpen(ticket) ? yes : no('TICKET_NOT_WAITING');
}

/** Planning anew is for whoever asked, and for whoever must decide. */
export function mayReplan(actor: Actor, ticket: Asked, approverRoles: readonly Role[]): Decision {
  if (ticket.openedBy.id !== actor.id && !holds(actor, approverRoles)) return no('NOT_YOUR_TICKET');
  return ticket.state === 'waiting' ? yes : no('TICKET_NOT_WAITING');
}
