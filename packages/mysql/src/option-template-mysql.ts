import type { OptionLine } from './option-file.ts';
import type { TemplatePart } from './option-template.ts';
import { losslessTimeoutMilliseconds, semiSyncPlugins, semiSyncWord } from './semi-sync.ts';
import { isAtLeast, speaksReplica } from './version.ts';

type Line = (name: string, value: string | number, why?: string) => OptionLine;

/** The performance schema takes some 400 MB by default: kept on (replication states are read there), but small. */
const smallPerformanceSchema = (line: Line): readonly OptionLine[] => [
  line('performance_schema_instrument', 'memory/%=OFF', 'small profile: less memory for the performance schema'),
  line('performance_schema_max_table_instances', 500),
  line('performance_schema_max_table_handles', 500),
  line('performance_schema_max_thread_instances', 200),
  line('performance_schema_digests_size', 500),
  line('performance_schema_events_statements_history_long_size', 100),
  line('performance_schema_events_waits_history_long_size', 100),
  line('performance_schema_events_stages_history_long_size', 100),
  line('performance_schema_events_transactions_history_long_size', 100),
  line('table_definition_cache', 400),
];

/** What only MySQL has, by version. https://dev.mysql.com/doc/refman/en/server-system-variables.html */
export function mysqlLines(
  { version, layout, sizing, address, adminPort, start, plugins }: TemplatePart,
  line: Line,
): readonly OptionLine[] {
  const atLeast = (minor: number, patch: number) => isAtLeast(version, 8, minor, patch);
  const eight = isAtLeast(version, 8);
  const replica = speaksReplica(version);
  const source = semiSyncWord(version, 'source');
  const loaded = [...semiSyncPlugins(version), ...(atLeast(0, 17) ? ['mysql_clone.so'] : [])].filter((name) =>
    plugins.includes(name),
  );
  const semiSync = loaded.some((name) => name.startsWith('semisync_'));
  return [
    ...(start === 'replicated'
      ? [
          line('read_only', 'ON', 'starts closed; the platform opens the primary'),
          line('super_read_only', 'ON'),
          line(
            replica ? 'skip_replica_start' : 'skip_slave_start',
            'ON',
            'the platform starts replication after looking',
          ),
        ]
      : []),
    line('log_timestamps', 'UTC'),
    line('gtid_mode', 'ON'),
    line('enforce_gtid_consistency', 'ON'),
    // Only ROW remains the sensible value; the option itself is deprecated since 8.0.34.
    ...(isAtLeast(version, 8, 4) ? [] : [line('binlog_format', 'ROW')]),
    line(replica ? 'log_replica_updates' : 'log_slave_updates', 'ON'),
    eight ? line('binlog_expire_logs_seconds', 604_800) : line('expire_logs_days', 7),
    line(
      replica ? 'replica_net_timeout' : 'slave_net_timeout',
      4,
      'a silent source is noticed in seconds, not in a minute',
    ),
    line(replica ? 'replica_parallel_workers' : 'slave_parallel_workers', sizing.appliers),
    ...(atLeast(0, 27) ? [] : [line('slave_parallel_type', 'LOGICAL_CLOCK')]),
    line(replica ? 'replica_preserve_commit_order' : 'slave_preserve_commit_order', 'ON'),
    ...(eight ? [] : [line('master_info_repository', 'TABLE'), line('relay_log_info_repository', 'TABLE')]),
    ...(eight && !isAtLeast(version, 8, 4) ? [line('binlog_transaction_dependency_tracking', 'WRITESET')] : []),
    ...loaded.map((name) => line('plugin_load_add', name)),
    ...(semiSync
      ? [
          // `loose_`: plugins are not loaded while a data directory is initialised.
          line(
            `loose_rpl_semi_sync_${source}_wait_point`,
            'AFTER_SYNC',
            'lossless: acknowledged only when a replica has it',
          ),
          line(`loose_rpl_semi_sync_${source}_timeout`, losslessTimeoutMilliseconds),
        ]
      : []),
    ...(eight ? [line('mysqlx', 'OFF')] : []),
    ...(atLeast(0, 14) ? [line('admin_address', address), line('admin_port', adminPort)] : []),
    line('innodb_buffer_pool_instances', sizing.bufferPoolInstances),
    atLeast(0, 30)
      ? line('innodb_redo_log_capacity', `${sizing.redoMib}M`)
      : line('innodb_log_file_size', `${Math.floor(sizing.redoMib / 2)}M`),
    line('innodb_data_home_dir', layout.data),
    ...(sizing.profile === 'small' ? smallPerformanceSchema(line) : []),
  ];
}
