import { type Part, readPersisted, readPortrait, readVersion, type SqlRunner, type Version } from '@myriad/mysql';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { lookingAccount } from '../../instances/index.ts';
import type { InstanceRecord, Metadata } from '../../metadata/index.ts';
import type { Access, OpenOptions } from '../../paths/index.ts';
import { notRead, type SettingsLook } from '../judge/seen.ts';
import { readFileSettings } from './read-option-file.ts';

/**
 * Who looks. On an instance the platform deployed: root over the socket, for accounts are shown to nobody less; it only reads.
 * On any other: the account all looks take.
 */
export async function lookerOf(
  { db, metadata }: { readonly db: Db; readonly metadata: Metadata },
  { packageId, clusterId }: Pick<InstanceRecord, 'packageId' | 'clusterId'>,
): Promise<'root' | 'observe' | 'monitor'> {
  const isRoot = packageId !== null && clusterId !== null && (await metadata.findAccount(db, clusterId, 'root'));
  return isRoot ? 'root' : lookingAccount({ db, metadata }, clusterId);
}

interface LookParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly access: Access;
}

/** Parameters, accounts, schemas by name, and what is kept for the next start. Never sizes. @throws what opening throws */
export async function lookAtSettings(
  parts: LookParts,
  instance: InstanceRecord,
  options: OpenOptions = {},
): Promise<SettingsLook> {
  const { access, clock } = parts;
  const as = await lookerOf(parts, instance);
  await using session = await access.openInstance(instance.id, { ...options, as });
  const version = await readVersion(session);
  const signal = options.signal ? { signal: options.signal } : {};
  const { variables, accounts, emptyPasswords, schemas, readAt } = await readPortrait(session, version, {
    ...{ contents: 'none', now: clock.now },
    ...signal,
  });
  const persisted = await readKept(session, version, options.signal);
  const file = await readFileSettings(access, instance, options);
  return { readAt, portrait: { variables, accounts, emptyPasswords, schemas }, file, persisted };
}

async function readKept(
  sql: SqlRunner,
  version: Version,
  signal: AbortSignal | undefined,
): Promise<Part<Readonly<Record<string, string>>>> {
  try {
    return { ok: true, value: Object.fromEntries(await readPersisted(sql, version)) };
  } catch (error) {
    signal?.throwIfAborted();
    return notRead(error instanceof Error ? error.message.slice(0, 300) : 'unknown');
  }
}
