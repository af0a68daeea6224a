import { getTicket, listTickets } from '@myriad/contract';

/** What a decision about a ticket makes out of date. */
export const ticketAnswers = [getTicket, listTickets] as const;
