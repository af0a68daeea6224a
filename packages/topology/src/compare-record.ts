import type { Words } from '@myriad/runbook';
import type { Grade } from './finding.ts';

/** What the metadata says of an instance; absent fields are not compared. */
export interface InstanceRecord {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly role?: 'primary' | 'replica' | 'standalone';
  readonly flavor?: 'mysql' | 'mariadb';
  /** `8.4.3`. */
  readonly version?: string;
  readonly serverUuid?: string;
  readonly serverId?: number;
  /** Where it should replicate from; null = from nobody. */
  readonly source?: { readonly host: string; readonly port: number } | null;
  readonly readOnly?: boolean;
}

export interface Disagreement {
  /** `RECORD_ROLE_DIFFERS`: stable. */
  readonly code: string;
  readonly grade: Grade;
  /** The instance of the record, or of the node nobody recorded. */
  readonly instanceId: string;
  readonly field: string;
  readonly recorded: string;
  readonly found: string;
  readonly words: Words;
  readonly next: Words;
  readonly runbook: string;
  /** Which of the three actions make sense: taking over what was found, or bringing back what is recorded. */
  readonly canAccept: boolean;
}
