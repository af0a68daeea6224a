import { type BroughtTo, bringBackKind } from './bring-back-form.ts';

/** A finding, as far as this needs to know it. */
interface Found {
  readonly code: string;
  readonly entity: string;
  readonly entityId: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

const targets: Readonly<Record<string, (found: Found) => BroughtTo | undefined>> = {
  RECORD_READ_ONLY_DIFFERS: ({ evidence }) =>
    evidence.recorded === 'read_only = ON'
      ? 'read-only'
      : evidence.recorded === 'read_only = OFF'
        ? 'writable'
        : undefined,
  REPLICA_WRITABLE: () => 'read-only',
  REPLICA_OPEN_TO_SUPER: () => 'read-only',
  REPLICATION_STOPPED: () => 'replicating',
  // Of a primary that follows somebody the record names no source: that is a switch.
  RECORD_SOURCE_DIFFERS: ({ evidence }) => (evidence.recorded === '—' ? undefined : 'following'),
  REPLICA_MISSING: () => 'following',
};

/** The ticket that would make reality what the record says; undefined: there is none for this. */
export function bringBackTicketOf(
  found: Found,
): { readonly ticketKind: string; readonly form: Record<string, unknown> } | undefined {
  const to = found.entity === 'instance' ? targets[found.code]?.(found) : undefined;
  return to && { ticketKind: bringBackKind, form: { instanceId: found.entityId, to } };
}
