import type { RawBuilder, SqlBool } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Reader, Tx } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { FirstRun } from './first-run.ts';
import type { ScopeBook } from './rights/scope-book.ts';
import type { ScopedThings } from './rights/scope-guard.ts';
import type { Throttle } from './throttle.ts';

/** What the use cases of this slice need. */
export interface AuthParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly throttle: Throttle;
  readonly firstRun: FirstRun;
  readonly scopes: ScopeBook;
  /** What rights reach; the slices that keep the things say where each lies. */
  readonly things: ScopedThings;
  /** Rows of the audit log about what an actor operates, over its column `audit.resource`; absent: administrators alone read it. */
  readonly auditSeenBy?: ((db: Reader, actor: Actor) => Promise<RawBuilder<SqlBool> | undefined>) | undefined;
}

/** Writes a note into the audit row of the call, in the transaction that acts. */
export type Note = (
  tx: Tx,
  details: { readonly resource: string; readonly actor?: { id: string; name: string; via: 'session' | 'token' } },
) => Promise<void>;
