import type { Role, TicketState } from '@myriad/contract';
import { type Actor, type Decision, no, yes } from '../../platform/policy/decision.ts';
import type { Person } from './ticket.ts';
import type { TicketKind } from './ticket-kind.ts';

interface Asked {
  readonly state: TicketState;
  readonly openedBy: Person;
}

/** What the sole-administrator exception depends on. */
export interface OwnTicketFacts {
  /** The setting `approveOwnTickets`. */
  readonly allowedBySetting: boolean;
  /** Somebody else could approve this ticket. */
  readonly otherApprover: boolean;
}

const holds = (actor: Actor, roles: readonly Role[]) =>
  actor.roles.includes('administrator') || actor.roles.some((role) => roles.includes(role));

export const maySeeAll = (actor: Actor): Decision => (holds(actor, ['dba']) ? yes : no('NOT_AN_APPROVER'));

export function maySee(actor: Actor, ticket: Pick<Asked, 'openedBy'>): Decision {
  return ticket.openedBy.id === actor.id || maySeeAll(actor).allowed ? yes : no('TICKET_NOT_FOUND');
}

export function mayOpen(actor: Actor, kind: Pick<TicketKind, 'openRoles'>): Decision {
  return kind.openRoles === undefined || holds(actor, kind.openRoles) ? yes : no('TICKET_KIND_NOT_ALLOWED');
}

export function mayApprove(actor: Actor, ticket: Asked, approverRoles: readonly Role[], own: OwnTicketFacts): Decision {
  if (ticket.state !== 'waiting') return no('TICKET_NOT_WAITING');
  if (!holds(actor, approverRoles)) return no('NOT_AN_APPROVER');
  if (ticket.openedBy.id !== actor.id) return yes;
  const soleAdministrator = actor.roles.includes('administrator') && !own.otherApprover;
  return soleAdministrator && own.allowedBySetting ? yes : no('CANNOT_APPROVE_OWN_TICKET');
}

export function mayReject(actor: Actor, ticket: Asked, approverRoles: readonly Role[]): Decision {
  if (ticket.state !== 'waiting') return no('TICKET_NOT_WAITING');
  return holds(actor, approverRoles) ? yes : no('NOT_AN_APPROVER');
}

export function mayWithdraw(actor: Actor, ticket: Asked): Decision {
  if (ticket.openedBy.id !== actor.id) return no('NOT_YOUR_TICKET');
  return ticket.state === 'waiting' ? yes : no('TICKET_NOT_WAITING');
}

/** Planning anew is for whoever asked, and for whoever must decide. */
export function mayReplan(actor: Actor, ticket: Asked, approverRoles: readonly Role[]): Decision {
  if (ticket.openedBy.id !== actor.id && !holds(actor, approverRoles)) return no('NOT_YOUR_TICKET');
  return ticket.state === 'waiting' ? yes : no('TICKET_NOT_WAITING');
}
