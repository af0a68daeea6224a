/** One row a check; the latest one is what people see. */
interface HostCheckTable {
  id: string;
  host_id: string;
  at: number;
  passed: 0 | 1;
  /** JSON: CheckVerdict[]. */
  verdicts: string;
  source_kind: string;
  source_id: string;
}

/** Which task holds a reserved host. */
interface HostReservationTable {
  host_id: string;
  task_id: string;
  at: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    host_check: HostCheckTable;
    host_reservation: HostReservationTable;
  }
}

export type { HostCheckTable, HostReservationTable };
