import type { Words } from '@myriad/contract';
import type { Tx } from '../database/schema.ts';
import type { Actor } from '../policy/decision.ts';

export type AuditOutcome = 'allowed' | 'refused' | 'failed';

export interface AuditEntry {
  readonly actor: Pick<Actor, 'id' | 'name' | 'via'> | undefined;
  /** Id of the endpoint: `<noun>.<verb>`. */
  readonly action: string;
  /** Path of the call, until the use case names the thing better. */
  readonly resource: string;
  readonly requestId: string;
}

export interface AuditDetails {
  /** `<noun>/<id>` of what was acted on. */
  readonly resource?: string;
  readonly words?: Words;
  /** Where the call was public and turned out to come from somebody. */
  readonly actor?: Pick<Actor, 'id' | 'name' | 'via'>;
}

/**
 * The audit log as the HTTP layer sees it. For each call that writes: a row `started` is committed before the act (no row, no
 * act); the use case turns it to `allowed` inside its own transaction by `note`; else the server writes the outcome at the end.
 */
export interface AuditBook {
  begin(entry: AuditEntry): Promise<string>;
  note(tx: Tx, auditId: string, details: AuditDetails): Promise<void>;
  end(auditId: string, outcome: AuditOutcome, details?: Pick<AuditDetails, 'resource' | 'words'>): Promise<void>;
}

/** Given to each handler of a writing endpoint: call it in the transaction that acts, so that act and row are one. */
export type NoteAudit = (tx: Tx, details?: AuditDetails) => Promise<void>;
