import type { AuditBook } from '../../platform/http/audit.ts';
import type { Credential } from '../../platform/http/http.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { Narrow } from '../../platform/policy/narrow.ts';
import { createAuditBook } from './audit-book.ts';
import { authenticate } from './authenticate.ts';
import { createFirstRun } from './first-run.ts';
import type { AuthParts } from './parts.ts';
import { anyScope } from './rights/scope-book.ts';
import { createScopeGuard } from './rights/scope-guard.ts';
import { hasUsers } from './store/users.ts';
import { createThrottle } from './throttle.ts';

/** The door of the auth slice. */
export interface Auth {
  readonly parts: AuthParts;
  /** For `createHttp`. */
  readonly authenticate: (credential: Credential) => Promise<Actor | undefined>;
  /** For `createHttp`: the actor as they stand towards what a call is about. */
  readonly narrow: Narrow;
  /** For `createHttp`. */
  readonly audit: AuditBook;
  /**
   * Called by the process at start. While no user exists: a one-time token for making the administrator, to be printed once as
   * `<address>/first-run#token=<token>`, never logged.
   */
  prepareFirstRun(): Promise<{ readonly token: string } | undefined>;
}

export function createAuth({
  db,
  clock,
  scopes = anyScope,
  things = {},
  auditSeenBy,
}: Pick<AuthParts, 'db' | 'clock'> & Partial<Pick<AuthParts, 'scopes' | 'things' | 'auditSeenBy'>>): Auth {
  const parts: AuthParts = {
    ...{ db, clock, scopes, things, auditSeenBy },
    throttle: createThrottle(clock),
    firstRun: createFirstRun(),
  };
  return {
    parts,
    authenticate: (credential) => authenticate(parts, credential),
    narrow: createScopeGuard(db, things),
    audit: createAuditBook(parts),
    prepareFirstRun: async () => ((await hasUsers(db)) ? undefined : { token: parts.firstRun.open() }),
  };
}
