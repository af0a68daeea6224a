import { type TicketKindView, type TicketState, type TicketSummary, ticketProblems } from '@myriad/contract';
import { z } from 'zod';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import { rightsOf } from '../auth/index.ts';
import { sightOf } from '../metadata/index.ts';
import type { TicketParts } from './parts.ts';
import { mayOpen, maySeeAll } from './policy.ts';
import { type IntakeOutcome, listIntake } from './store/intake.ts';
import { listTicketIdsOf } from './store/sub-tickets.ts';
import * as store from './store/tickets.ts';
import { summaryOf } from './view-ticket.ts';

interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One row more than asked for tells whether there is a next page; the cursor is the last id given. */
function pageOf<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => Item,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), ...(rows.length > limit && last ? { next: last.id } : {}) };
}

/** Whoever holds one of these on all that a ticket is about sees it. */
const approvers = ['dba', 'administrator'] as const;

export interface TicketQuery extends Page {
  readonly state?: TicketState | undefined;
  readonly mine?: boolean | undefined;
  readonly paused?: boolean | undefined;
  readonly instanceId?: string | undefined;
  readonly clusterId?: string | undefined;
}

/** Newest first: what one approves within one's rights, and one's own. */
export async function listTickets(
  { db, tasks }: Pick<TicketParts, 'db' | 'tasks'>,
  actor: Actor,
  { state, mine, paused, instanceId, clusterId, cursor, limit }: TicketQuery,
): Promise<{ items: TicketSummary[]; next?: string }> {
  // Tasks that wait for a person are few: they are asked for once, not for each ticket.
  const stopped = new Set(await listTicketIdsOf(db, await tasks.listPausedTaskIds(db)));
  const rows = await store.listTickets(db, {
    ...(paused === true ? { state: 'running', among: [...stopped] } : state === undefined ? {} : { state }),
    ...(instanceId === undefined ? {} : { instanceId }),
    ...(clusterId === undefined ? {} : { clusterId }),
    ...(mine === true ? { openedById: actor.id } : {}),
    // Those they work on within their rights, and their own.
    seenBy: { personId: actor.id, sight: sightOf(actor, approvers) },
    ...(cursor === undefined ? {} : { before: cursor }),
    limit: limit + 1,
  });
  return pageOf(rows, limit, (row) => {
    const ticket = summaryOf(row);
    return ticket.state === 'running' && stopped.has(ticket.id) ? { ...ticket, paused: true } : ticket;
  });
}

export async function listSubmissions(
  { db }: Pick<TicketParts, 'db'>,
  actor: Actor,
  query: Page & { readonly outcome?: IntakeOutcome | undefined },
) {
  requireAllowed(maySeeAll(actor));
  const rows = await listIntake(db, {
    ...(query.outcome === undefined ? {} : { outcome: query.outcome }),
    ...(query.cursor === undefined ? {} : { before: query.cursor }),
    limit: query.limit + 1,
  });
  return pageOf(rows, query.limit, ({ problem, ticketId, ...row }) => ({
    ...row,
    ...(problem === null ? {} : { problem }),
    ...(ticketId === null ? {} : { ticketId }),
  }));
}

/** Every kind, also those this person may not open: shown grey, with the reason. */
export const listTicketKinds = (
  { kinds }: Pick<TicketParts, 'kinds'>,
  actor: Actor,
): { items: z.input<typeof TicketKindView>[] } => {
  const held = rightsOf(actor).map(({ role }) => role);
  return {
    items: [...kinds.values()].map((kind) => ({
      kind: kind.kind,
      title: kind.title,
      description: kind.description,
      schema: z.toJSONSchema(kind.form, { io: 'input' }),
      open: abilityOf(mayOpen(held, kind), ticketProblems),
    })),
  };
};
