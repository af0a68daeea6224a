import { executedSet, versionAndId, versionOnly } from './catalogue/server.ts';
import { anywhere, send } from './catalogue/statement.ts';
import { parseGtidSet, printGtidSet } from './gtid.ts';
import { type ReadOnlyState, readReadOnly } from './read-only.ts';
import { readNamed, type SqlRunner, textOf } from './sql-runner.ts';
import { parseVersion, type Version } from './version.ts';

export interface ServerState extends ReadOnlyState {
  readonly version: Version;
  readonly versionText: string;
  readonly uptimeSeconds: number;
  readonly serverId: number;
  /** MySQL only. MariaDB has none (its server_uid names the machine, not the server): ''. */
  readonly serverUuid: string;
  /** MySQL: gtid_executed. MariaDB: gtid_current_pos joined with gtid_binlog_pos. */
  readonly executed: string;
}

export async function readVersion(sql: SqlRunner): Promise<Version> {
  const [row] = await send(sql, anywhere, versionOnly);
  return parseVersion(textOf(row?.v));
}

/** Everything executed here, as a GTID set of its flavour, in one normal form: equal sets give equal text. */
export async function readExecuted(sql: SqlRunner, version: Version): Promise<string> {
  const [row] = await send(sql, version, executedSet);
  return printGtidSet(parseGtidSet(version.flavor, textOf(row?.g)));
}

/** What a server says of itself right now, in a handful of cheap statements. */
export async function readServerState(sql: SqlRunner): Promise<ServerState> {
  const [row] = await send(sql, anywhere, versionAndId);
  const version = parseVersion(textOf(row?.v));
  const status = await readNamed(sql, 'status', ['uptime']);
  const variables = await readNamed(sql, 'variables', ['server_uuid']);
  return {
    version,
    versionText: textOf(row?.v),
    serverId: Number(textOf(row?.i)),
    uptimeSeconds: Number(status.get('uptime') ?? 0),
    serverUuid: variables.get('server_uuid') ?? '',
    executed: await readExecuted(sql, version),
    ...(await readReadOnly(sql)),
  };
}
