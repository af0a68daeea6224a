import { ProblemError } from '../../platform/http/problem-error.ts';
import type { ScopedThing } from '../auth/index.ts';
import { listTicketPlaces } from './store/subjects.ts';
import { findTicket } from './store/tickets.ts';

/** A ticket as a thing rights reach: by one on all that it is about, and by whoever opened it. */
export const ticketThing: ScopedThing = {
  shownTo: ['dba', 'administrator'],
  notFound: () => new ProblemError('TICKET_NOT_FOUND'),
  stands: async (db, reference) => {
    const ticket = await findTicket(db, reference);
    return ticket && { shownBy: await listTicketPlaces(db, ticket.id), shown: 'each', ownerId: ticket.openedBy.id };
  },
};
