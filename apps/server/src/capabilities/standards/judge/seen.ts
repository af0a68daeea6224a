import type { AccountFacts, Part, SchemaFacts, ServerPortrait, TableFacts } from '@myriad/mysql';
import type { ClusterRecord, InstanceRecord } from '../../metadata/index.ts';

/** What a look at the settings of one instance gave: the running server and what is kept for its next start. */
export interface SettingsLook {
  readonly readAt: number;
  readonly portrait: Pick<ServerPortrait, 'variables' | 'accounts' | 'emptyPasswords' | 'schemas'>;
  /** By parameter name, as written. Refused: it is not ours, or cannot be read. */
  readonly file: Part<Readonly<Record<string, string>>>;
  /** Of mysqld-auto.cnf, by parameter name. */
  readonly persisted: Part<Readonly<Record<string, string>>>;
}

/** Everything a judgement is made of; times in epoch ms. */
export interface Subject {
  readonly instance: Pick<
    InstanceRecord,
    'id' | 'name' | 'role' | 'flavor' | 'version' | 'directory' | 'packageId' | 'clusterId'
  >;
  readonly cluster: Pick<ClusterRecord, 'id' | 'name' | 'environment' | 'fixed' | 'level' | 'managedBy'>;
  /** undefined: never looked at. */
  readonly seen: Seen | undefined;
}

export interface Seen {
  readonly lookedAt: number;
  readonly variables: Part<Readonly<Record<string, string>>>;
  readonly accounts: Part<readonly AccountFacts[]>;
  readonly emptyPasswords: Part<readonly { readonly user: string; readonly host: string }[]>;
  readonly schemas: Part<readonly SchemaFacts[]>;
  readonly tables: Part<readonly TableFacts[]>;
  readonly file: SettingsLook['file'];
  readonly persisted: SettingsLook['persisted'];
}

export const notRead = (refused: string): { readonly ok: false; readonly refused: string } => ({ ok: false, refused });
