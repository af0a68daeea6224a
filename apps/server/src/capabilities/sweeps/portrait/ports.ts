import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db } from '../../../platform/database/schema.ts';
import type { Findings } from '../../findings/index.ts';
import type { InstanceRecord, Metadata } from '../../metadata/index.ts';
import type { AccessPorts } from '../../paths/index.ts';
import type { DeepLook } from './pack-portrait.ts';

/** A member of a cluster, with what it told just now. */
export interface LookedMember {
  readonly instanceId: string;
  readonly name: string;
  readonly role: InstanceRecord['role'];
  /** Absent: it did not answer this time. */
  readonly look?: DeepLook;
}

/** Told after each deep look at a cluster, of all its members that run: whoever keeps more of it than the look itself. */
export type AfterLook = (clusterId: string, members: readonly LookedMember[], signal: AbortSignal) => Promise<void>;

/** What the deep sweep asks of the runner. */
export interface PortraitPorts extends AccessPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly findings: Findings;
  readonly afterLook?: AfterLook;
}
