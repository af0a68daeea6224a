import { setImmediate } from 'node:timers/promises';
import { type LogKind, type LogQuery, type LogTarget, logBounds } from '@myriad/contract';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import type { ClusterRecord, HostRecord, InstanceRecord } from '../metadata/index.ts';
import type { LogParts } from './parts.ts';
import { isTheirsToLookInto } from './policy.ts';

/** A log to read. */
export interface LogSource extends LogTarget {
  readonly kind: 'error' | 'slow';
  readonly record: InstanceRecord;
  readonly on: HostRecord;
}

export interface FoundTargets {
  readonly sources: readonly LogSource[];
  /** Instances that fit and are not theirs to look into. */
  readonly leftOut: number;
  /** Clusters, instances and hosts that fit; undefined: nothing was named. */
  readonly about?: readonly string[];
}

type Asked = Pick<LogQuery, 'kinds' | 'instances' | 'hosts' | 'clusters' | 'applications'>;

const pageSize = 250;
/** Values a statement takes. */
const mostNamed = 5000;

/**
 * The logs a query means: instances that fit every kind of thing it names, and are the caller's to look into.
 * @throws ProblemError LOG_TARGET_UNKNOWN (of what one may not see the same), LOG_NO_TARGETS, LOG_TOO_MANY_TARGETS
 */
export async function findTargets(parts: LogParts, actor: Actor, asked: Asked): Promise<FoundTargets> {
  const { db, metadata } = parts;
  const kinds = asked.kinds.filter((kind): kind is LogSource['kind'] => kind === 'error' || kind === 'slow');
  const isNamed = Boolean(asked.instances ?? asked.hosts ?? asked.clusters ?? asked.applications);
  if (kinds.length === 0 && !isNamed) return { sources: [], leftOut: 0 };
  const clusters = new Map((await metadata.listClusters(db)).map((cluster) => [cluster.id, cluster]));
  const applications = new Map((await metadata.listApplications(db)).map(({ id, name }) => [id, name]));
  const wanted = wantedNames(asked);
  const sources: LogSource[] = [];
  const about = new Set<string>();
  let leftOut = 0;
  for await (const { instance, host } of walk(parts)) {
    const cluster = clusters.get(instance.clusterId ?? '');
    const application = cluster?.applicationId ?? undefined;
    const fits =
      wanted.instances.matches(instance.id, instance.name) &&
      wanted.hosts.matches(host.id, host.name) &&
      wanted.clusters.matches(cluster?.id, cluster?.name) &&
      wanted.applications.matches(application, applications.get(application ?? ''));
    if (!fits) continue;
    if (!isTheirsToLookInto(actor, cluster)) {
      leftOut += 1;
      continue;
    }
    wanted.instances.saw(instance.id, instance.name);
    wanted.hosts.saw(host.id, host.name);
    wanted.clusters.saw(cluster?.id, cluster?.name);
    wanted.applications.saw(application, applications.get(application ?? ''));
    for (const id of [instance.id, host.id, ...(cluster ? [cluster.id] : [])]) about.add(id);
    for (const kind of kinds) sources.push(sourceOf(kind, instance, host, cluster));
  }
  for (const names of Object.values(wanted)) names.requireSeen();
  if (about.size === 0) throw new ProblemError('LOG_NO_TARGETS');
  if (sources.length > logBounds.targets)
    throw new ProblemError('LOG_TOO_MANY_TARGETS', { count: sources.length, most: logBounds.targets });
  return { sources, leftOut, ...(isNamed ? { about: [...about].slice(0, mostNamed) } : {}) };
}

const sourceOf = (
  kind: LogSource['kind'],
  record: InstanceRecord,
  on: HostRecord,
  cluster: ClusterRecord | undefined,
): LogSource => ({
  ...{ key: `${record.id}/${kind}`, kind, instanceId: record.id, instance: record.name, host: on.name, record, on },
  ...(cluster ? { cluster: cluster.name } : {}),
});

async function* walk({ db, metadata }: LogParts) {
  for (let after = ''; ; ) {
    const page = await metadata.walkInstances(db, after, pageSize);
    for (const { instance, host } of page) if (host && instance.state !== 'decommissioned') yield { instance, host };
    if (page.length < pageSize) return;
    after = page.at(-1)?.instance.id ?? '';
    await setImmediate();
  }
}

const kindWords = {
  instances: { en: 'instance', zh: '实例' },
  hosts: { en: 'host', zh: '主机' },
  clusters: { en: 'cluster', zh: '集群' },
  applications: { en: 'application', zh: '应用' },
};

/** Names or ids one asked for; undefined: all. Which of them stand for something is known at the end. */
function wantedNames(asked: Asked) {
  const of = (kind: keyof typeof kindWords) => {
    const names = asked[kind] && new Set(asked[kind]);
    const open = new Set<string>(names);
    return {
      matches: (id: string | undefined, name: string | undefined) =>
        !names || (id !== undefined && names.has(id)) || (name !== undefined && names.has(name)),
      saw: (id: string | undefined, name: string | undefined) => {
        open.delete(id ?? '');
        open.delete(name ?? '');
      },
      requireSeen: () => {
        const [name] = open;
        if (name !== undefined) throw new ProblemError('LOG_TARGET_UNKNOWN', { kind: kindWords[kind], name });
      },
    };
  };
  return { instances: of('instances'), hosts: of('hosts'), clusters: of('clusters'), applications: of('applications') };
}

/** Of the platform itself: read from the store. */
export const platformTargets = (kinds: readonly LogKind[]): readonly LogTarget[] =>
  kinds.filter((kind) => kind === 'task' || kind === 'audit').map((kind) => ({ key: kind, kind }));
