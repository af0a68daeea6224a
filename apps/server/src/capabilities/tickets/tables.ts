import type { Generated } from 'kysely';
import type { SubjectColumns } from '../metadata/index.ts';

/** The tickets slice's tables. Titles, forms, plans and words are JSON text, parsed in `store.ts`. */
interface TicketTable {
  id: string;
  letter: string;
  number: number;
  kind: string;
  title: string;
  state: string;
  form: string;
  reason: string | null;
  application_id: string | null;
  opened_by_id: string;
  opened_by_name: string;
  opened_at: number;
  closed_at: number | null;
  /** Counted up by `lockTicket`: the write is what holds the row on every store. */
  locked: number;
}

interface TicketNumberTable {
  letter: string;
  last: Generated<number>;
}

interface SubTicketTable {
  id: string;
  ticket_id: string;
  position: number;
  /** The task kind that fulfils it. */
  kind: string;
  title: string;
  form: string;
  task_input: string;
  state: string;
  plan: string;
  plan_hash: string;
  /** 1: the facts moved under the plan; it must be computed again before anybody is asked to approve it. */
  stale: number;
  task_id: string | null;
  /** Approved to begin after a change freeze, whose end this was when last seen. */
  held_until: number | null;
  changed_at: number;
}

interface TicketApprovalTable {
  id: string;
  ticket_id: string;
  by_id: string;
  by_name: string;
  at: number;
  verdict: string;
  comment: string | null;
  plan_hash: string;
  own_ticket: number;
  /** JSON: the change freeze overridden and why; null: none was. */
  freeze_override: string | null;
}

interface TicketHistoryTable {
  id: string;
  ticket_id: string;
  at: number;
  what: string;
  by_name: string | null;
  words: string;
}

interface TicketIntakeTable {
  id: string;
  received_at: number;
  source: string;
  by_id: string;
  by_name: string;
  body: string;
  outcome: string;
  problem: string | null;
  ticket_id: string | null;
}

interface TicketSubjectTable extends SubjectColumns {
  ticket_id: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    ticket: TicketTable;
    ticket_number: TicketNumberTable;
    sub_ticket: SubTicketTable;
    ticket_approval: TicketApprovalTable;
    ticket_history: TicketHistoryTable;
    ticket_intake: TicketIntakeTable;
    ticket_subject: TicketSubjectTable;
  }
}
