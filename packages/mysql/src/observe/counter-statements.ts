import { defineStatement } from '../catalogue/statement.ts';
import type { Version } from '../version.ts';

const both = [
  'Uptime',
  ...['Threads_connected', 'Threads_running', 'Connections', 'Aborted_connects'],
  ...['Questions', 'Com_select', 'Slow_queries', 'Handler_read_rnd_next', 'Created_tmp_disk_tables'],
  ...['Com_insert', 'Com_insert_select', 'Com_update', 'Com_update_multi'],
  ...['Com_delete', 'Com_delete_multi', 'Com_replace', 'Com_replace_select'],
  ...['Bytes_received', 'Bytes_sent'],
  ...['Innodb_buffer_pool_read_requests', 'Innodb_buffer_pool_reads'],
  ...['Innodb_buffer_pool_pages_dirty', 'Innodb_buffer_pool_pages_total'],
  ...['Innodb_data_read', 'Innodb_data_written', 'Innodb_os_log_written'],
  ...['Innodb_row_lock_waits', 'Innodb_row_lock_current_waits'],
] as const;

/** What the query cache answered counts as no Com_select; MySQL 8 has none. */
const withQueryCache = 'Qcache_hits';

export type CounterName = (typeof both)[number] | typeof withQueryCache;

/** In this order `readCounters` gives them. */
export const counterNames: readonly CounterName[] = [...both, withQueryCache];

const textFor = (names: readonly CounterName[]): string =>
  `SHOW GLOBAL STATUS WHERE Variable_name IN (${names.map((name) => `'${name}'`).join(', ')})`;
// Put together once: each server of a fleet is asked every few seconds.
const [withCache, without] = [textFor(counterNames), textFor(both)];

export const metricCounters = defineStatement({
  name: 'observe.counters',
  why: {
    en: 'The counters behind the twenty metrics. Nothing that grows with the data.',
    zh: '二十项指标所用的计数器，开销不随数据量增长。',
  },
  sentBy: ['metrics'],
  changes: 'nothing',
  limitSeconds: 5,
  text: ({ flavor, major }: Version) => (flavor === 'mariadb' || major < 8 ? withCache : without),
});
