export { defineTicketKind, type SubRequest, type TicketKind } from './ticket-kind.ts';
