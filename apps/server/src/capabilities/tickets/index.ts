export { createTickets, type Tickets } from './create-tickets.ts';
export { ticketMigrations } from './migrations.ts';
export { findTicketOpener, ownsTicket } from './owns-ticket.ts';
export type { TasksForTickets } from './parts.ts';
export { serveTickets } from './routes.ts';
export { ticketRetention } from './store/retention.ts';
export { ownTicketIds } from './store/tickets.ts';
export { defineTicketKind, type SubRequest, type TicketKind } from './ticket-kind.ts';
export { ticketThing } from './ticket-thing.ts';
