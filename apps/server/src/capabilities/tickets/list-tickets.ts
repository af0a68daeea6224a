import { type TicketKindView, type TicketState, type TicketSummary, ticketProblems } from '@myriad/contract';
import { z } from 'zod';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import type { TicketParts } from './parts.ts';
import { mayOpen, maySeeAll } from './policy.ts';
import { type IntakeOutcome, listIntake } from './store/intake.ts';
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

/** Newest first. Whoever may not see all sees their own. */
export async function listTickets(
  { db }: Pick<TicketParts, 'db'>,
  actor: Actor,
  query: Page & { readonly state?: TicketState | undefined; readonly mine?: boolean | undefined },
): Promise<{ items: TicketSummary[]; next?: string }> {
  const own = query.mine === true || !maySeeAll(actor).allowed;
  const rows = await store.listTickets(db, {
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(own ? { openedById: actor.id } : {}),
    ...(query.cursor === undefined ? {} : { before: query.cursor }),
    limit: query.limit + 1,
  });
  return pageOf(rows, query.limit, summaryOf);
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
): { items: z.input<typeof TicketKindView>[] } => ({
  items: [...kinds.values()].map((kind) => ({
    kind: kind.kind,
    title: kind.title,
    description: kind.description,
    schema: z.toJSONSchema(kind.form, { io: 'input' }),
    open: abilityOf(mayOpen(actor, kind), ticketProblems),
  })),
});
