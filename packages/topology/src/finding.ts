import type { JsonObject, Words } from '@myriad/runbook';

/** `info`: worth knowing. `warn`: will hurt one day, or forbids some acts. `bad`: wrong now, or loses data. */
export type Grade = 'info' | 'warn' | 'bad';

export interface Finding {
  /** `ERRANT_TRANSACTIONS`: chosen slowly, never renamed. */
  readonly code: string;
  readonly grade: Grade;
  /** What it is about: the cluster, or the observed server of this id. */
  readonly on: { readonly entity: 'cluster' } | { readonly entity: 'instance'; readonly id: string };
  /** Tells several of one code on one entity apart (a channel, a table's schema): '' where there is only one. */
  readonly key: string;
  readonly words: Words;
  readonly next: Words;
  /** Where it is explained: `findings.md#errant_transactions` of docs/reference. */
  readonly runbook: string;
  /** What was seen; bounded, without secrets. */
  readonly evidence: JsonObject;
}
