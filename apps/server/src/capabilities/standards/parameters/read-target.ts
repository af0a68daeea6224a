import { canPersist, findParameter, parseVersion, readParameterValues, readPersisted } from '@myriad/mysql';
import type { Db } from '../../../platform/database/schema.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { harmlessText } from '../../findings/index.ts';
import type { ClusterRecord, InstanceRecord, Metadata } from '../../metadata/index.ts';
import type { Access, OpenOptions } from '../../paths/index.ts';
import { readOptionText, settingsOf } from '../look/read-option-file.ts';
import { reasonOf } from '../reason-of.ts';
import type { ParameterChange } from './change-form.ts';
import { sameOn } from './read-settings.ts';

interface Parts {
  readonly db: Db;
  readonly metadata: Metadata;
  readonly access: Access;
}

/** One instance as it is right now, as far as these parameters go. */
export interface Target {
  readonly instance: InstanceRecord;
  /** Only those it has, by name. */
  readonly running: ReadonlyMap<string, string>;
  readonly file: Readonly<Record<string, string>>;
  readonly persisted: ReadonlyMap<string, string>;
}

/**
 * Who changes parameters: root over the socket where the platform deployed the server, since MariaDB asks SUPER for most;
 * otherwise the account of the level.
 */
export async function changerOf(
  { db, metadata }: Pick<Parts, 'db' | 'metadata'>,
  { packageId, clusterId }: Pick<InstanceRecord, 'packageId' | 'clusterId'>,
): Promise<'root' | 'operate' | 'ha'> {
  if (packageId !== null) return 'root';
  return clusterId !== null && (await metadata.findAccount(db, clusterId, 'operate')) ? 'operate' : 'ha';
}

export async function readTarget(
  parts: Parts,
  instance: InstanceRecord,
  names: readonly string[],
  options: OpenOptions = {},
): Promise<Target> {
  const version = parseVersion(instance.version, instance.flavor);
  const as = await changerOf(parts, instance);
  await using session = await parts.access.openInstance(instance.id, { ...options, as });
  const running = await readParameterValues(session, names);
  const persisted = await readPersisted(session, version);
  const file =
    instance.packageId === null
      ? {}
      : settingsOf(await readOptionText(parts.access, instance, options), instance.flavor);
  return { instance, running, file, persisted };
}

/** All of them at once. @throws ProblemError SERVER_NOT_READABLE for the first that cannot be looked at */
export const readTargets = (parts: Parts, instances: readonly InstanceRecord[], names: readonly string[]) =>
  Promise.all(
    instances.map((instance) =>
      readTarget(parts, instance, names).catch((error: unknown) => {
        const reason = harmlessText(reasonOf(error), 300);
        throw new ProblemError('SERVER_NOT_READABLE', { name: instance.name, reason });
      }),
    ),
  );

/** Those a change is about: one, or all that run; replicas first, so that a mistake meets no writer. */
export async function chosenInstances(
  { db, metadata }: Pick<Parts, 'db' | 'metadata'>,
  { clusterId, instanceId }: { readonly clusterId: string; readonly instanceId?: string | undefined },
): Promise<{ readonly cluster: ClusterRecord; readonly instances: readonly InstanceRecord[] }> {
  const cluster = await metadata.getCluster(db, clusterId);
  const all = (await metadata.listInstances(db, { clusterId })).filter(
    ({ id, state }) => (state === 'running' || state === 'unknown') && (instanceId === undefined || id === instanceId),
  );
  const order = ({ role, name }: InstanceRecord) => `${role === 'replica' ? 0 : 1} ${name}`;
  return { cluster, instances: [...all].sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

/** What has to be done on it, with values as it spells them (`settingsOn`); nothing where it is so already. */
export function changesOn(
  target: Target,
  settings: readonly { readonly name: string; readonly value: string }[],
): readonly ParameterChange[] {
  const { instance, running, file, persisted } = target;
  const isSame = sameOn(instance);
  const version = parseVersion(instance.version, instance.flavor);
  const kept = instance.packageId !== null ? 'option-file' : canPersist(version) ? 'persisted' : 'nowhere';
  return settings.flatMap(({ name, value }): ParameterChange[] => {
    const parameter = findParameter(version, name);
    const before = running.get(name);
    if (!parameter || before === undefined) return [];
    const keptBefore = { file: file[name] ?? null, persisted: persisted.get(name) ?? null };
    const wins = keptBefore.persisted ?? keptBefore.file;
    const isKept = kept === 'nowhere' || (wins !== null && isSame(name, value, wins));
    if (isSame(name, value, before) && isKept) return [];
    const takesEffect = parameter.change === 'now' ? 'now' : 'restart';
    const lasts = parameter.option === undefined && kept === 'option-file' ? 'nowhere' : kept;
    return [{ name, before, after: value, takesEffect, kept: lasts, keptBefore }];
  });
}
