import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Note } from './parts.ts';

/** The audit pen as the use cases hold it. */
export const noteWith =
  (audit: NoteAudit): Note =>
  (tx, resource) =>
    audit(tx, { resource });
