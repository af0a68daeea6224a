import type { Tx } from '../../platform/database/schema.ts';

/** Writes the audit row of an act on a ticket, in the transaction that acts. */
export type NoteTicket = (tx: Tx, ticketId: string) => Promise<void>;
