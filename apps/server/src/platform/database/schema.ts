import type { Kysely, Transaction } from 'kysely';

/**
 * All tables. Each slice adds its own by augmentation, in its `tables.ts`:
 * `declare module '../../platform/database/schema.ts' { interface Database { ticket: TicketTable } }`.
 * Columns: text ids, epoch-ms UTC as number, JSON as text parsed in the slice's `store.ts`, booleans as 0 | 1.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by augmentation.
export interface Database {}

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;
/** First argument of every store function: a read may run outside a transaction, a write takes `Tx`. */
export type Reader = Db | Tx;
