import type { SweepStatus } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { StoreKind } from '../../platform/database/migration.ts';
import type { Db } from '../../platform/database/schema.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { ServerPackage } from '../instances/index.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Access } from '../paths/index.ts';

export interface SelfCheckParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly metadata: Pick<Metadata, 'listHosts'>;
  readonly access: Pick<Access, 'openHost'>;
  readonly secrets: Pick<Secrets, 'read'>;
  readonly sweeps: { status(): SweepStatus };
  /** Is a deep look at clusters to come by a schedule? */
  readonly isDeepLookScheduled: () => Promise<boolean>;
  readonly listPackages: () => Promise<readonly ServerPackage[]>;
  /** How this installation was set up; from its configuration. */
  readonly installation: {
    readonly home: string;
    readonly packages: string;

    readonly storeKind: StoreKind;
    /** `embedded`, `in-process`, or an address. */
    readonly engine: string;
    /** Absent: the keys came with the environment. */
    readonly keyFile?: string;
    /** Absent: this server has no console. */
    readonly consoleFolder?: string;
  };
}
