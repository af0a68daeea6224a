import type { TicketView } from '@myriad/contract';

export type ShownTicketState = TicketView['state'] | 'paused';
type SubTicket = Pick<TicketView['subTickets'][number], 'state' | 'taskState'>;

/** A part that runs reads as paused while its task has stopped and waits for a person. */
export const shownPartState = ({ state, taskState }: SubTicket): ShownTicketState =>
  state === 'running' && taskState === 'paused' ? 'paused' : state;

/** So does the ticket, when any of its parts does: somebody has to look. */
export const shownTicketState = (ticket: {
  readonly state: TicketView['state'];
  readonly subTickets: readonly SubTicket[];
}): ShownTicketState =>
  ticket.state === 'running' && ticket.subTickets.some((part) => shownPartState(part) === 'paused')
    ? 'paused'
    : ticket.state;
