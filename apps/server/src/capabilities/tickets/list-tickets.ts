import { type TicketKindView, type TicketState, type TicketSummary, ticketProblems } from '@myriad/contract';
import { z } from 'zod';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import { rightsOf } from '../auth/index.ts';
import { sightOf } from '../metadata/index.ts';
import type { TicketParts } from './parts.ts';
import { mayOpen, maySeeAll } from './policy.ts';
import { type IntakeOutcome, listIntake } from './store/intake.ts';
import { listSubTickets } from './store/sub-tickets.ts';
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

/** Newest first: what one approves within one's rights, and one's own. */
export async function listTickets(
  parts: Pick<TicketParts, 'db' | 'tasks'>,
  actor: Actor,
  query: Page & { readonly state?: TicketState | undefined; readonly mine?: boolean | undefined },
): Promise<{ items: TicketSummary[]; next?: string }> {
  const rows = await store.listTickets(parts.db, {
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(query.mine === true ? { openedById: actor.id } : {}),
    // Those they work on within their rights, and their own.
    seenBy: { personId: actor.id, sight: sightOf(actor, approvers) },
    ...(query.cursor === undefined ? {} : { before: query.cursor }),
    limit: query.limit + 1,
  });
  const page = pageOf(rows, query.limit, summaryOf);
  const items = page.items.map(async (ticket) =>
    (await isPaused(parts, ticket)) ? { ...ticket, paused: true } : ticket,
  );
  return { ...page, items: await Promise.all(items) };
}

/** Has a task of it stopped, to wait for a person? Only what runs is looked at: that is never many. */
async function isPaused({ db, tasks }: Pick<TicketParts, 'db' | 'tasks'>, { id, state }: TicketSummary) {
  if (state !== 'running') return false;
  for (const { taskId } of await listSubTickets(db, id))
    if (taskId !== null && (await tasks.findTaskState(db, taskId))?.state === 'paused') return true;
  return false;
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
