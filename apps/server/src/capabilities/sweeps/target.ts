import type { ServerGlance, Version } from '@myriad/mysql';
import type { MysqlSession } from '@myriad/paths';
import type { InstanceRecord } from '../metadata/index.ts';
import type { Fault } from './fault.ts';
import type { KnownIdentity } from './known-identity.ts';

/** What the record says of an instance, as far as a look is compared with it. */
export type Recorded = Pick<
  InstanceRecord,
  'id' | 'name' | 'hostId' | 'port' | 'clusterId' | 'flavor' | 'version' | 'role' | 'state' | 'serverId' | 'maintenance'
> & {
  readonly address: string;
  /** Are there paths to its host, besides the straight way? */
  readonly hasPaths: boolean;
  readonly identity: KnownIdentity;
  /** By this platform, so that it can be started from here. */
  readonly deployedHere: boolean;
};

/** One instance in memory: small, there are ten thousand of them, and all of it is made anew after a restart. */
export interface Target {
  recorded: Recorded;
  session: MysqlSession | undefined;
  version: Version | undefined;
  /** A straight way did not work, the host's paths do. */
  byPaths: boolean;
  looking: boolean;
  /** Epoch ms; not looked at before. */
  notBefore: number;
  lookedAt: number;
  tookMilliseconds: number;
  answeredAt: number;
  /** JSON of a `Glance`: a tenth of what the object takes. */
  packed: string | undefined;
  startedAt: number | undefined;
  fault: Fault | undefined;
  /** Looks that failed one after another. */
  failures: number;
  failingSince: number;
  /** What was last handed to the store: the same is not written again. */
  written: string | undefined;
  writtenAt: number;
  /** Not in the list any more. */
  gone: boolean;
}

export const newTarget = (recorded: Recorded): Target => ({
  recorded,
  session: undefined,
  version: undefined,
  byPaths: false,
  looking: false,
  notBefore: 0,
  lookedAt: 0,
  tookMilliseconds: 0,
  answeredAt: 0,
  packed: undefined,
  startedAt: undefined,
  fault: undefined,
  failures: 0,
  failingSince: 0,
  written: undefined,
  writtenAt: 0,
  gone: false,
});

/** A restart is told by this moving; the clocks' drift and a busy answer are not. */
const startToleranceMilliseconds = 30_000;

/** When the server started, kept still while it only wavers. */
export function startOf({ uptimeSeconds, readAt }: ServerGlance, known: number | undefined): number | undefined {
  if (uptimeSeconds === null) return known;
  const started = Math.round(readAt / 1000 - uptimeSeconds) * 1000;
  return known !== undefined && Math.abs(started - known) < startToleranceMilliseconds ? known : started;
}
