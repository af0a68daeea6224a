import { readReplicationRow } from '../replication.ts';
import { numberOf, type SqlRow } from '../sql-runner.ts';
import type { Version } from '../version.ts';
import { boundedText } from './bounded-text.ts';
import type { ReplicationChannel, ReplicationFilter } from './glance.ts';

/** Columns of SHOW REPLICA STATUS that hold filters, all versions of both flavours. */
const filterColumns = [
  'Replicate_Do_DB',
  'Replicate_Ignore_DB',
  'Replicate_Do_Table',
  'Replicate_Ignore_Table',
  'Replicate_Wild_Do_Table',
  'Replicate_Wild_Ignore_Table',
  'Replicate_Rewrite_DB',
  'Replicate_Ignore_Server_Ids',
  'Replicate_Do_Domain_Ids',
  'Replicate_Ignore_Domain_Ids',
];

function filtersOf(row: SqlRow): readonly ReplicationFilter[] {
  return filterColumns.flatMap((column) => {
    const value = boundedText(row[column]);
    return value === '' ? [] : [{ rule: column.toLowerCase().replaceAll('_', '-'), value }];
  });
}

/** One row of SHOW REPLICA STATUS, SHOW SLAVE STATUS or SHOW ALL SLAVES STATUS. */
export function readChannelRow(version: Version, row: SqlRow): ReplicationChannel {
  const state = readReplicationRow(version, row);
  const count = (...names: readonly string[]) => numberOf(names.map((name) => row[name]).find((v) => v !== undefined));
  const sourceServerId = count('Source_Server_Id', 'Master_Server_Id');
  return {
    ...state,
    source: { host: boundedText(state.source.host, 255), port: state.source.port },
    error: boundedText(state.error, 2000),
    received: boundedText(state.received, 65_536),
    name: boundedText(row.Channel_Name ?? row.Connection_name, 64),
    sourceUuid: boundedText(row.Source_UUID ?? row.Master_UUID, 64),
    // 0 until the source was reached once.
    sourceServerId: sourceServerId === 0 ? null : sourceServerId,
    receiverErrno: count('Last_IO_Errno') ?? 0,
    applierErrno: count('Last_SQL_Errno') ?? 0,
    delaySeconds: count('SQL_Delay') ?? 0,
    skipCounter: count('Skip_Counter') ?? 0,
    filters: filtersOf(row),
  };
}
