import { send } from '../catalogue/statement.ts';
import { numberOf, type SqlLimits, type SqlRunner, textOf } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { boundedText } from './bounded-text.ts';
import { registeredReplicas } from './own-grants-statements.ts';

export interface RegisteredReplica {
  /** report_host; '' = it gave none. */
  readonly host: string;
  readonly port: number;
  readonly serverId: number | null;
}

const mostReplicas = 256;

/** Whether the account may ask, by its global privileges. */
export const maySeeReplicas = ({ flavor }: Version, privileges: readonly string[]): boolean =>
  privileges.some(
    (one) => one === 'SUPER' || one === (flavor === 'mysql' ? 'REPLICATION SLAVE' : 'REPLICATION MASTER ADMIN'),
  );

/** Replicas by what they reported of themselves, which may be wrong: each is looked at before it is believed. @throws what the server says */
export async function readRegisteredReplicas(
  sql: SqlRunner,
  version: Version,
  limits?: SqlLimits,
): Promise<readonly RegisteredReplica[]> {
  const rows = await send(sql, version, registeredReplicas, limits ? { limits } : {});
  return rows.slice(0, mostReplicas).flatMap((row) => {
    const port = numberOf(row.Port) ?? 0;
    const host = boundedText(textOf(row.Host), 255);
    return port > 0 && port < 65_536 ? [{ host, port, serverId: numberOf(row.Server_Id ?? row.Server_id) }] : [];
  });
}
