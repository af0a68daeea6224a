import type { MysqlSession } from '@myriad/paths';
import { lookingAccount } from '../../instances/index.ts';
import type { InstanceRecord } from '../../metadata/index.ts';
import type { LogParts } from '../parts.ts';

/** With the account the platform looks with. */
export const openWatching = async (
  parts: LogParts,
  { id, clusterId }: InstanceRecord,
  signal: AbortSignal,
): Promise<MysqlSession> => parts.access.openInstance(id, { as: await lookingAccount(parts, clusterId), signal });
