import { countersOf } from './counters.ts';
import type { Cell, ResultSet } from './packets.ts';
import { clusterUuid, type SimulatedServer } from './simulated-server.ts';

export type Answer =
  | { readonly kind: 'ok' }
  | { readonly kind: 'rows'; readonly result: ResultSet }
  | { readonly kind: 'error'; readonly errno: number; readonly sqlState: string; readonly message: string };

const tenYears = 10 * 365.25 * 86_400;

const hostileName = `db"'\`;--<img src=x onerror=alert(1)>\n\u202egnp.exe\u2066\u0000 \u05e9\u05dc\u05d5\u05dd`;

/** Answers a statement by its text, or says that it does not know it, as a server does. */
export function answer(server: SimulatedServer, sql: string, now: number, connectionId: number): Answer {
  const text = sql.trim().replace(/;$/, '').replaceAll(/\s+/g, ' ');
  if (/^(set|use|begin|commit|rollback)\b/i.test(text)) return { kind: 'ok' };
  const named = /^show global (status|variables) where variable_name in \((.*)\)$/i.exec(text);
  if (named) return showNamed(server, named[1]?.toLowerCase() === 'status', named[2] ?? '', now);
  if (/^show global variables$/i.test(text)) return showAll(server, now);
  if (/^show (all slaves|slave|replica) status$/i.test(text)) return rows(replicationOf(server, text, now));
  const select = /^select (.*?)( limit 1)?$/i.exec(text);
  const columns = select && splitList(select[1] ?? '').map((item) => columnOf(server, item, now, connectionId));
  if (columns && !columns.includes(undefined)) {
    const known = columns.filter((column) => column !== undefined);
    return rows({ columns: known.map(({ name }) => name), rows: [known.map(({ cell }) => cell)] });
  }
  return {
    kind: 'error',
    errno: 1064,
    sqlState: '42000',
    message: `You have an error in your SQL syntax near '${text.slice(0, 80)}'`,
  };
}

const rows = (result: ResultSet): Answer => ({ kind: 'rows', result });

function showNamed(server: SimulatedServer, status: boolean, list: string, now: number): Answer {
  const all = status ? statusOf(server, now) : variablesOf(server, now);
  const wanted = splitList(list).map((item) => item.replaceAll("'", '').toLowerCase());
  return rows({
    columns: ['Variable_name', 'Value'],
    rows: wanted.flatMap((name) => (name in all ? [[name, all[name] ?? null]] : [])),
  });
}

/** Only of one in the cloud: of the others nothing is known beyond what a look asks by name. */
function showAll(server: SimulatedServer, now: number): Answer {
  if (server.hosting !== 'rds') return denied;
  const all = { ...variablesOf(server, now), basedir: '/rdsdbbin/mysql-8.0.36/', datadir: '/rdsdbdata/db/' };
  return rows({ columns: ['Variable_name', 'Value'], rows: Object.entries(all) });
}

const denied: Answer = { kind: 'error', errno: 1227, sqlState: '42000', message: 'Access denied; you need more' };

/** By commas outside brackets and quotes. */
function splitList(list: string): string[] {
  return (list.match(/(?:'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^,'(])+/g) ?? []).map((item) => item.trim());
}

function columnOf(
  server: SimulatedServer,
  item: string,
  now: number,
  connectionId: number,
): { readonly name: string; readonly cell: Cell } | undefined {
  const [, expression = item, alias] = /^(.*?)(?: as)? ([a-z_]\w*)$/i.exec(item) ?? [];
  const name = alias ?? expression;
  const variable = /^@@(?:global\.|session\.)?(\w+)$/i.exec(expression)?.[1]?.toLowerCase();
  if (variable !== undefined) {
    const all = variablesOf(server, now);
    return variable in all ? { name, cell: all[variable] ?? null } : undefined;
  }
  const call = expression.toLowerCase();
  const joined = /^concat_ws\(',',(.*)\)$/.exec(call)?.[1];
  if (joined !== undefined) {
    const parts = splitList(joined).map((part) => /^nullif\((.*),\s*''\)$/.exec(part)?.[1] ?? part);
    const cells = parts.map((part) => columnOf(server, part, now, connectionId)?.cell);
    return cells.includes(undefined) ? undefined : { name, cell: cells.filter((cell) => cell).join(',') };
  }
  if (call === 'version()') return { name, cell: server.version };
  if (call === 'connection_id()') return { name, cell: String(connectionId) };
  if (call === 'unix_timestamp(now(6))') return { name, cell: String(clockOf(server, now)) };
  // Parameters are counted, not looked at.
  if (call === '?' || /^\d+$/.test(call)) return { name, cell: call };
  return /^'[^']*'$/.test(expression) ? { name, cell: expression.slice(1, -1) } : undefined;
}

const clockOf = ({ hostility }: SimulatedServer, now: number): string =>
  (now / 1000 + (hostility === 'clock-off' ? tenYears : 0)).toFixed(6);

/** Transactions of the cluster so far: a replica that is late has as many fewer as its lag. */
function executedOf({ flavor, cluster, rate, lagSeconds }: SimulatedServer, now: number): string {
  const count = 1000 + Math.floor((now / 1000 - 1_700_000_000 - (lagSeconds ?? 0)) * rate);
  return flavor === 'mariadb' ? `0-${cluster + 1}-${count}` : `${clusterUuid(cluster)}:1-${count}`;
}

function variablesOf(server: SimulatedServer, now: number): Record<string, Cell> {
  const { flavor, hostility } = server;
  const readOnly = server.readOnly ? '1' : '0';
  const executed = executedOf(server, now);
  const host = `db-${server.index}`;
  const odd = hostility === 'nonsense';
  const both: Record<string, Cell> = {
    version: odd ? 'banana' : server.version,
    version_comment: hostility === 'hostile-names' ? hostileName : 'simulated',
    hostname:
      hostility === 'hostile-names'
        ? hostileName
        : hostility === 'invalid-utf8'
          ? Buffer.from([0xff, 0xfe, 0xc3, 0x28])
          : host,
    port: odd ? 'NaN' : String(server.port),
    server_id: odd ? '-1e999' : String(server.serverId),
    read_only: readOnly,
    log_bin: '1',
    event_scheduler: 'ON',
    log_slave_updates: '1',
    log_replica_updates: '1',
  };
  if (flavor === 'mariadb') {
    const slave = server.source ? executed : '';
    return {
      ...both,
      gtid_slave_pos: slave,
      gtid_binlog_pos: executed,
      gtid_binlog_state: executed,
      rpl_semi_sync_master_enabled: '0',
      rpl_semi_sync_slave_enabled: '0',
    };
  }
  return {
    ...both,
    server_uuid: server.serverUuid,
    super_read_only: readOnly,
    gtid_mode: 'ON',
    gtid_executed: odd ? 'x:y' : executed,
  };
}

function statusOf(server: SimulatedServer, now: number): Record<string, Cell> {
  const uptime = String(Math.max(0, Math.floor((now - server.startedAt) / 1000)));
  const counters = countersOf(server, now);
  if (server.flavor === 'mysql') return { uptime, ...counters };
  const off = ['rpl_semi_sync_master_status', 'rpl_semi_sync_slave_status'].map((name) => [name, 'OFF']);
  const none = ['rpl_semi_sync_master_clients', 'rpl_semi_sync_master_wait_sessions'].map((name) => [name, '0']);
  return { uptime, ...counters, ...Object.fromEntries([...off, ...none]) };
}

/** In the words of the statement that asked. */
function replicationOf(server: SimulatedServer, statement: string, now: number): ResultSet {
  const { source, receiver, applier, lagSeconds, flavor, hostility } = server;
  if (!source) return { columns: ['none'], rows: [] };
  const modern = /replica/i.test(statement);
  const [from, to] = modern ? ['Source', 'Replica'] : ['Master', 'Slave'];
  const executed = executedOf(server, now);
  const values: Record<string, Cell> = {
    [`${to}_IO_State`]: 'Waiting for source to send event',
    [`${from}_Host`]: hostility === 'hostile-names' ? hostileName : source.address,
    [`${from}_User`]: 'repl',
    [`${from}_Port`]: String(source.port),
    Connect_Retry: '60',
    [`${from}_Log_File`]: 'binlog.000042',
    [`Read_${from}_Log_Pos`]: '157',
    [`${to}_IO_Running`]: receiver,
    [`${to}_SQL_Running`]: applier,
    Replicate_Do_DB: '',
    Replicate_Ignore_DB: '',
    Last_Errno: '0',
    Last_Error: '',
    Skip_Counter: '0',
    [`Exec_${from}_Log_Pos`]: '157',
    Relay_Log_Space: '500',
    [`Seconds_Behind_${from}`]: lagSeconds === null ? null : String(lagSeconds),
    Last_IO_Errno: '0',
    Last_IO_Error: '',
    Last_SQL_Errno: '0',
    Last_SQL_Error: '',
    [`${from}_Server_Id`]: String(source.serverId),
    SQL_Delay: '0',
    ...(flavor === 'mysql'
      ? {
          [`${from}_UUID`]: source.uuid,
          Retrieved_Gtid_Set: executed,
          Executed_Gtid_Set: executed,
          Auto_Position: '1',
          Channel_Name: '',
        }
      : { Using_Gtid: 'Slave_Pos', Gtid_IO_Pos: executed, Gtid_Slave_Pos: executed, Connection_name: '' }),
  };
  return { columns: Object.keys(values), rows: [Object.values(values)] };
}
