import { type HostSize, type Sizing, sizingFor } from './host-size.ts';
import { type InstanceLayout, layoutOf } from './layout.ts';
import type { OptionFile, OptionLine } from './option-file.ts';
import { mariadbLines } from './option-template-mariadb.ts';
import { mysqlLines } from './option-template-mysql.ts';
import type { Version } from './version.ts';

/** What cannot be changed once data exists, or only with great care. */
export interface FixedChoices {
  /** 0 = names as written, 1 = lower case. 2 is for other systems. */
  readonly lowerCaseTableNames: 0 | 1;
  readonly pageSizeKib: 4 | 8 | 16 | 32 | 64;
  readonly characterSet: string;
  readonly collation: string;
  /** `+08:00` or `SYSTEM`; a name would need the time zone tables. */
  readonly timeZone: string;
  /** '' is a mode too; absent = the server's own default. */
  readonly sqlMode?: string;
}

export interface OptionTemplateInput {
  readonly version: Version;
  /** The unpacked package. */
  readonly basedir: string;
  /** The instance's own folder. */
  readonly directory: string;
  readonly address: string;
  readonly port: number;
  /** A second door that stays open when the connections run out. */
  readonly adminPort: number;
  readonly serverId: number;
  /** `standalone` opens for writes by itself; `replicated` starts read-only, without replication, and waits for the platform. */
  readonly start: 'standalone' | 'replicated';
  readonly size: HostSize;
  readonly fixed: FixedChoices;
  /** `platform`: what lies in `tls/`; `own`: what the server makes for itself, which on MariaDB before 11.4 is nothing. */
  readonly certificate: 'platform' | 'own';
  /** Names in lib/plugin of the package: only what is there is loaded. */
  readonly plugins: readonly string[];
}

export interface TemplatePart extends OptionTemplateInput {
  readonly layout: InstanceLayout;
  readonly sizing: Sizing;
}

/** Stands in every file we write; a change of meaning gets a new number, and the old text stays readable in the history. */
export const optionTemplateVersion = 2;

const line = (name: string, value: string | number, why?: string): OptionLine => ({
  name,
  value: String(value),
  ...(why ? { why } : {}),
});

function sharedLines(part: TemplatePart): readonly OptionLine[] {
  const { basedir, layout, address, port, serverId, fixed, sizing, certificate } = part;
  return [
    line('basedir', basedir),
    line('datadir', layout.data),
    line('tmpdir', layout.temporary),
    line('socket', layout.socket),
    line('pid_file', layout.pidFile),
    line('log_error', layout.errorLog),
    line('lc_messages_dir', `${basedir}/share`),
    line('character_sets_dir', `${basedir}/share/charsets`),
    line('plugin_dir', `${basedir}/lib/plugin`),
    line('secure_file_priv', layout.files),
    line('bind_address', address),
    line('port', port),
    line('report_host', address),
    line('report_port', port),
    line('skip_name_resolve', 'ON', 'root@localhost is then reached by the socket alone'),
    line('local_infile', 'OFF'),
    ...(certificate === 'own'
      ? []
      : [
          line('ssl_ca', layout.certificate.authorities, 'signed by the platform, which knows the server by it'),
          line('ssl_cert', layout.certificate.certificate),
          line('ssl_key', layout.certificate.key),
        ]),
    line('max_connections', sizing.maxConnections),
    line('table_open_cache', sizing.openTables),
    line('lower_case_table_names', fixed.lowerCaseTableNames, 'cannot change later'),
    line('innodb_page_size', `${fixed.pageSizeKib}K`, 'cannot change later'),
    line('character_set_server', fixed.characterSet),
    line('collation_server', fixed.collation),
    line('default_time_zone', fixed.timeZone),
    ...(fixed.sqlMode === undefined ? [] : [line('sql_mode', fixed.sqlMode)]),
    line('server_id', serverId),
    line('log_bin', `${layout.binlog}/binlog`),
    line('binlog_row_image', 'FULL'),
    line('relay_log', `${layout.relay}/relay`),
    line('sync_binlog', 1, 'an acknowledged transaction is on disk'),
    line('innodb_flush_log_at_trx_commit', 1),
    line('innodb_buffer_pool_size', `${sizing.bufferPoolMib}M`),
    line('innodb_io_capacity', sizing.ioCapacity),
    line('innodb_print_all_deadlocks', 'ON'),
    line('slow_query_log', 'ON'),
    line('slow_query_log_file', layout.slowLog),
    line('long_query_time', 1),
    line(
      'relay_log_recovery',
      'OFF',
      'after the loss of the source, the relay log may be the last holder of acknowledged transactions: it is drained, not thrown away',
    ),
  ];
}

/** The option file of one instance: a pure function of what was decided, so that the plan shows exactly what will stand there. */
export function optionFileFor(input: OptionTemplateInput): OptionFile {
  const part: TemplatePart = { ...input, layout: layoutOf(input.directory), sizing: sizingFor(input.size) };
  const own = input.version.flavor === 'mysql' ? mysqlLines(part, line) : mariadbLines(part, line);
  return {
    head: [
      `Written by Myriad, template ${optionTemplateVersion}, ${input.version.flavor} ${input.version.text}, profile ${part.sizing.profile}.`,
      'Roles (primary, replica, semi-sync) are never kept here: the platform sets them in the running server.',
    ],
    sections: [
      { name: 'client', lines: [line('socket', part.layout.socket)] },
      { name: 'mysqld', lines: [...sharedLines(part), ...own] },
    ],
  };
}
