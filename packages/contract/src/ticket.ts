import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { PlanView, TaskState } from './task.ts';
import { text } from './text.ts';

export { ticketProblems } from './ticket-problems.ts';

export const TicketState = z.enum([
  'waiting',
  'approved',
  'running',
  'done',
  'failed',
  'rejected',
  'withdrawn',
  'cancelled',
]);
export type TicketState = z.infer<typeof TicketState>;

export const SubTicketView = z
  .object({
    id: z.string(),
    position: z.number().int(),
    kind: z.string(),
    title: Words,
    state: TicketState,
    /** The form as submitted, checked by the kind's own schema. */
    form: z.record(z.string(), z.unknown()),
    plan: PlanView.optional(),
    taskId: z.string().optional(),
    taskState: TaskState.optional(),
    /** Approved to begin after a change freeze, whose end this is as things stand. */
    heldUntil: Time.optional(),
  })
  .meta({ id: 'SubTicket' });

export const TicketSummary = z
  .object({
    id: z.string(),
    /** For people: type letter + number, e.g. R-17. */
    number: z.string(),
    kind: z.string(),
    title: Words,
    state: TicketState,
    openedBy: z.object({ id: z.string(), name: z.string() }),
    openedAt: Time,
    closedAt: Time.optional(),
    applicationId: z.string().optional(),
    /** A task of it has stopped at a step and waits for a person's decision. */
    paused: z.boolean().optional(),
  })
  .meta({ id: 'TicketSummary' });
export type TicketSummary = z.infer<typeof TicketSummary>;

export const TicketView = z
  .object({
    ...TicketSummary.shape,
    reason: z.string().optional(),
    /** Over the plans of all sub-tickets that wait: what an approver sends back. Absent once nothing waits. */
    planHash: z.string().optional(),
    subTickets: z.array(SubTicketView),
    approvals: z.array(
      z.object({
        by: z.object({ id: z.string(), name: z.string() }),
        at: Time,
        verdict: z.enum(['approved', 'rejected']),
        comment: z.string().optional(),
        planHash: z.string(),
        /** True where the sole administrator approved an own ticket by the explicit setting. */
        ownTicket: z.boolean(),
        /** An administrator let it begin in this change freeze, and why. */
        freezeOverride: z.object({ freeze: z.string(), reason: z.string() }).optional(),
      }),
    ),
    history: z.array(z.object({ at: Time, what: z.string(), by: z.string().optional(), words: Words })),
    /** In force now for parts that wait for a decision: approving needs a choice, to begin after it or to override it. */
    freeze: z.object({ id: z.string(), name: z.string(), reason: z.string(), untilAt: Time }).optional(),
    /** `overrideFreeze` stands beside `freeze`. */
    abilities: z.object({ approve: Ability, reject: Ability, withdraw: Ability, overrideFreeze: Ability.optional() }),
  })
  .meta({ id: 'Ticket' });
export type TicketView = z.infer<typeof TicketView>;

/** A form people can submit, described for both front ends. `schema` is JSON Schema 2020-12 of the form. */
export const TicketKindView = z.object({
  kind: z.string(),
  title: Words,
  description: Words,
  schema: z.record(z.string(), z.unknown()),
  open: Ability,
});

const params = z.object({ ticketId: z.string() });

export const listTicketKinds = endpoint({
  id: 'ticket.kinds',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/ticket-kinds',
  summary: 'What can be asked for, with the form of each',
  response: z.object({ items: z.array(TicketKindView) }),
});

/** Checks the form and shows the plan; writes nothing. All refusals come at once, as `faults` or failed checks. */
export const previewTicket = endpoint({
  id: 'ticket.preview',
  scope: 'within',
  method: 'POST',
  path: '/api/tickets/preview',
  summary: 'Check a form and preview its plan',
  writes: false,
  body: z.object({ kind: z.string(), form: z.record(z.string(), z.unknown()) }),
  /** `plan` is the first sub-ticket's; most kinds have only one. */
  response: z.object({
    title: Words,
    plan: PlanView,
    planHash: z.string(),
    subTickets: z.array(z.object({ title: Words, plan: PlanView })),
  }),
  problems: ['TICKET_KIND_UNKNOWN', 'TICKET_KIND_NOT_ALLOWED', 'FORM_INVALID'],
});

export const TicketRequest = z
  .object({
    kind: z.string().min(1).max(100),
    form: z.record(z.string(), z.unknown()),
    reason: text(2000).optional(),
    applicationId: z.string().max(36).optional(),
  })
  .meta({ id: 'TicketRequest' });
export type TicketRequest = z.infer<typeof TicketRequest>;

/**
 * Anything is received and stored as it came; only then is it held against `TicketRequest`, so that a refused submission
 * can be looked at and played again.
 */
export const submitTicket = endpoint({
  id: 'ticket.submit',
  scope: 'within',
  method: 'POST',
  path: '/api/tickets',
  summary: 'Submit a ticket',
  body: TicketRequest.or(z.unknown()) as z.ZodType<TicketRequest, TicketRequest>,
  response: TicketView,
  problems: ['TICKET_KIND_UNKNOWN', 'TICKET_KIND_NOT_ALLOWED', 'FORM_INVALID'],
});

export const listTickets = endpoint({
  id: 'ticket.list',
  scope: 'within',
  method: 'GET',
  path: '/api/tickets',
  summary: 'Tickets, newest first',
  query: PageQuery.extend({
    state: TicketState.optional(),
    mine: z.stringbool().optional(),
    /** About this instance, or its whole cluster. */
    instanceId: z.string().max(64).optional(),
    /** About this cluster, or one of its instances. */
    clusterId: z.string().max(64).optional(),
    /** Those that run and have a task that stopped and waits for a person. */
    paused: z.stringbool().optional(),
  }),
  response: pageOf(TicketSummary),
});

export const getTicket = endpoint({
  id: 'ticket.get',
  method: 'GET',
  path: '/api/tickets/:ticketId',
  summary: 'One ticket; its number serves as its id too',
  params,
  response: TicketView,
  problems: ['TICKET_NOT_FOUND'],
});

/** In a change freeze: begin when it is over, or now, by an administrator who says why. Not looked at outside of one. */
export const FreezeChoice = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('wait') }),
  z.object({ choice: z.literal('override'), reason: text(500).min(1) }),
]);

/** `planHash` is what the approver saw, over all sub-tickets; anything else answers PLAN_CHANGED. */
export const approveTicket = endpoint({
  id: 'ticket.approve',
  method: 'POST',
  path: '/api/tickets/:ticketId/approval',
  summary: 'Approve: exactly the plan with this hash will run',
  params,
  body: z.object({
    planHash: z.string(),
    comment: text(2000).optional(),
    freeze: FreezeChoice.optional(),
  }),
  response: TicketView,
  problems: [
    'TICKET_NOT_FOUND',
    'TICKET_NOT_WAITING',
    'CANNOT_APPROVE_OWN_TICKET',
    'NOT_AN_APPROVER',
    'PLAN_CHANGED',
    'CHANGE_FREEZE_IN_FORCE',
    'FREEZE_OVERRIDE_NOT_ALLOWED',
  ],
});

export const rejectTicket = endpoint({
  id: 'ticket.reject',
  method: 'POST',
  path: '/api/tickets/:ticketId/rejection',
  summary: 'Reject, with a reason',
  params,
  body: z.object({ comment: text(2000).min(1) }),
  response: TicketView,
  problems: ['TICKET_NOT_FOUND', 'TICKET_NOT_WAITING', 'NOT_AN_APPROVER'],
});

export const withdrawTicket = endpoint({
  id: 'ticket.withdraw',
  method: 'POST',
  path: '/api/tickets/:ticketId/withdrawal',
  summary: 'Withdraw an own ticket that still waits',
  params,
  response: TicketView,
  problems: ['TICKET_NOT_FOUND', 'TICKET_NOT_WAITING', 'NOT_YOUR_TICKET'],
});

/** Facts moved since the plan was made (a pool host was taken): the form is prepared and planned anew. */
export const replanTicket = endpoint({
  id: 'ticket.replan',
  method: 'POST',
  path: '/api/tickets/:ticketId/plan',
  summary: 'Plan a waiting ticket anew from its form',
  params,
  response: TicketView,
  problems: ['TICKET_NOT_FOUND', 'TICKET_NOT_WAITING', 'NOT_YOUR_TICKET', 'FORM_INVALID', 'TICKET_SENDER_GONE'],
});

/** A submission exactly as it came, kept before anything looked at it. */
export const TicketIntakeView = z
  .object({
    id: z.string(),
    receivedAt: Time,
    source: z.string(),
    by: z.object({ id: z.string(), name: z.string() }),
    body: z.string(),
    outcome: z.enum(['received', 'accepted', 'refused']),
    problem: z.string().optional(),
    ticketId: z.string().optional(),
  })
  .meta({ id: 'TicketIntake' });

export const listTicketIntake = endpoint({
  id: 'ticket.intake',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/ticket-intake',
  summary: 'Submissions as they came, newest first',
  query: PageQuery.extend({ outcome: TicketIntakeView.shape.outcome.optional() }),
  response: pageOf(TicketIntakeView),
  problems: ['NOT_AN_APPROVER'],
});

/** Runs a stored submission again in the name of its sender; one that already became a ticket gives that ticket. */
export const replayTicketIntake = endpoint({
  id: 'ticket.replay-intake',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/ticket-intake/:intakeId/replay',
  summary: 'Process a stored submission again, without asking its source',
  params: z.object({ intakeId: z.string() }),
  response: TicketView,
  problems: [
    'TICKET_INTAKE_NOT_FOUND',
    'TICKET_KIND_UNKNOWN',
    'TICKET_KIND_NOT_ALLOWED',
    'FORM_INVALID',
    'NOT_AN_APPROVER',
    'TICKET_SENDER_GONE',
  ],
});
