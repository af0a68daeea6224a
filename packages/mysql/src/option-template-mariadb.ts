import type { OptionLine } from './option-file.ts';
import type { TemplatePart } from './option-template.ts';
import { losslessTimeoutMilliseconds } from './semi-sync.ts';
import { isAtLeast } from './version.ts';

type Line = (name: string, value: string | number, why?: string) => OptionLine;

/** What only MariaDB has, by version. https://mariadb.com/kb/en/server-system-variables/ */
export function mariadbLines({ version, sizing, adminPort, start }: TemplatePart, line: Line): readonly OptionLine[] {
  return [
    ...(start === 'replicated'
      ? [
          line('read_only', 'ON', 'starts closed; the platform opens the primary (MariaDB has no super_read_only)'),
          line('skip_slave_start', 'ON', 'the platform starts replication after looking'),
        ]
      : []),
    line('gtid_strict_mode', 'ON', 'a replica refuses what would make it errant'),
    line('gtid_domain_id', 0),
    line('binlog_format', 'ROW', 'the default is MIXED'),
    line('log_slave_updates', 'ON'),
    isAtLeast(version, 10, 6) ? line('binlog_expire_logs_seconds', 604_800) : line('expire_logs_days', 7),
    line('slave_net_timeout', 4, 'a silent source is noticed in seconds, not in a minute'),
    line('slave_parallel_threads', sizing.appliers),
    line('slave_parallel_mode', 'optimistic'),
    line('rpl_semi_sync_master_wait_point', 'AFTER_SYNC', 'the default is AFTER_COMMIT, which loses'),
    line('rpl_semi_sync_master_timeout', losslessTimeoutMilliseconds),
    line('extra_port', adminPort),
    line('extra_max_connections', 5),
    line('innodb_log_file_size', `${sizing.redoMib}M`),
  ];
}
