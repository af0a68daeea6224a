import type { Cell } from './packets.ts';
import type { SimulatedServer } from './simulated-server.ts';

/** How much each counter grows in a second, at a rate of one transaction a second. */
const growth: Readonly<Record<string, number>> = {
  questions: 40,
  com_select: 30,
  com_insert: 4,
  com_update: 3,
  com_delete: 1,
  connections: 0.5,
  slow_queries: 0.01,
  handler_read_rnd_next: 900,
  created_tmp_disk_tables: 0.2,
  bytes_received: 9_000,
  bytes_sent: 60_000,
  innodb_buffer_pool_read_requests: 5_000,
  innodb_buffer_pool_reads: 3,
  innodb_data_read: 49_152,
  innodb_data_written: 120_000,
  innodb_os_log_written: 30_000,
  innodb_row_lock_waits: 0.05,
};

const still = [
  ...['com_insert_select', 'com_update_multi', 'com_delete_multi', 'com_replace', 'com_replace_select'],
  ...['aborted_connects', 'innodb_row_lock_current_waits'],
];

/** Counters as a server that works evenly has them, a little busier here than there; they begin anew with it. */
export function countersOf({ rate, index, startedAt }: SimulatedServer, now: number): Record<string, Cell> {
  const seconds = Math.max(0, (now - startedAt) / 1000);
  const busy = rate * (1 + (index % 7) / 3);
  const counters: Record<string, Cell> = {
    threads_connected: String(20 + (index % 30)),
    threads_running: String(1 + (Math.floor(now / 1000 + index) % 4)),
    innodb_buffer_pool_pages_total: '8192',
    innodb_buffer_pool_pages_dirty: String(200 + (Math.floor(now / 1000) % 50)),
  };
  for (const name of still) counters[name] = '0';
  for (const [name, each] of Object.entries(growth)) counters[name] = String(Math.floor(seconds * each * busy));
  return counters;
}
