export { createTickets, type Tickets } from './create-tickets.ts';
export { ticketMigrations } from './migrations.ts';
export type { PeopleForTickets, TasksForTickets } from './parts.ts';
export { serveTickets } from './routes.ts';
export { defineTicketKind, type SubRequest, type TicketKind } from './ticket-kind.ts';
