import type { Db } from '../../../platform/database/schema.ts';
import type { InstancePorts } from '../ports.ts';
import type { KeptSessions } from './keep-sessions.ts';

/** What the looks of an instance's page are given. */
export interface LivePorts extends Pick<InstancePorts, 'db' | 'clock' | 'metadata' | 'access'> {
  readonly sessions: KeptSessions;
  /** The parameters of the last deep look, for a server that does not answer. */
  readonly remembered: (
    db: Db,
    instanceId: string,
  ) => Promise<{ readonly at: number; readonly values: Readonly<Record<string, string>> } | undefined>;
}
