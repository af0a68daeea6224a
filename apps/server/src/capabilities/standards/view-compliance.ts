import {
  type ClusterCompliance,
  type ComplianceItem,
  type Counts,
  type DriftItem,
  fleetProblems,
  type InstanceCompliance,
  type PageQuery,
} from '@myriad/contract';
import { type Actor, abilityOf, requireAllowed } from '../../platform/policy/decision.ts';
import { type ClusterRecord, type InstanceRecord, sightOf } from '../metadata/index.ts';
import { addCounts, countItems } from './judge/judge-instance.ts';
import { isJudged } from './judge-cluster.ts';
import { readOffset, writeOffset } from './offset-cursor.ts';
import type { StandardParts } from './parts.ts';
import { mayCheck, mayExcept, mayRead } from './policy.ts';
import { type ClusterNumbers, listClusterRows, sumClusterRows } from './store/cluster-compliance.ts';
import { listDrifting, listMarks, listOfCluster } from './store/compliance.ts';
import { listStandardRecords } from './store/standards.ts';
import { sumCluster } from './sum-cluster.ts';

type Parts = Pick<StandardParts, 'db' | 'metadata'>;

export interface ComplianceFilter {
  readonly environment?: string | undefined;
  readonly state: 'all' | 'differs' | 'drift' | 'unseen';
}

/** Clusters by name, with the numbers of their instances put together; the same order on every page. */
export async function listCompliance(
  { db }: Pick<Parts, 'db'>,
  actor: Actor,
  { environment, state, limit, cursor }: ComplianceFilter & PageQuery,
) {
  const scope = { seenBy: sightOf(actor), environment, state };
  const names = new Map((await listStandardRecords(db)).map(({ id, name }) => [id, name]));
  const from = readOffset(cursor);
  const rows = await listClusterRows(db, scope, { from, limit });
  const sums = await sumClusterRows(db, scope);
  const clusters = sums.reduce((sum, each) => sum + each.clusters, 0);
  const total = { ...addCounts(sums.map(({ counts }) => counts)), clusters };
  const items = rows.map(({ cluster, of }) => rowOf(cluster, of, names));
  return { items, total, ...(clusters > from + limit ? { next: writeOffset(from + limit) } : {}) };
}

const noCounts: Counts = { ok: 0, differs: 0, excepted: 0, unknown: 0 };

function rowOf(
  { id: clusterId, name, environment }: Pick<ClusterRecord, 'id' | 'name' | 'environment'>,
  of: ClusterNumbers | undefined,
  names: ReadonlyMap<string, string>,
): ClusterCompliance {
  if (!of) return { clusterId, name, environment, instances: 0, judged: 0, kinds: {}, total: noCounts, drift: 0 };
  const { standardId, version, instances, judged, total, drift, lookedAt } = of;
  const standardName = names.get(standardId);
  const seen = total.ok + total.differs + total.excepted;
  return {
    ...{ clusterId, name, environment, instances, judged, total, drift, standardId, version },
    kinds: JSON.parse(of.kinds),
    ...(standardName === undefined ? {} : { standardName }),
    ...(lookedAt === null ? {} : { lookedAt }),
    // Down, never up: 100 means everything.
    ...(seen > 0 ? { percent: Math.floor(((seen - total.differs) * 100) / seen) } : {}),
  };
}

const mostMarks = 200;

/** @throws ProblemError CLUSTER_NOT_FOUND, NOT_AN_OPERATOR */
export async function viewClusterCompliance({ db, metadata }: Parts, actor: Actor, clusterId: string) {
  requireAllowed(mayRead(actor));
  const cluster = await metadata.getCluster(db, clusterId);
  const names = new Map((await listStandardRecords(db)).map(({ id, name }) => [id, name]));
  const records = await listOfCluster(db, clusterId);
  const living = (await metadata.listInstances(db, { clusterId })).filter(isJudged);
  const sorted = [...living].sort(
    (a, b) => Number(a.role === 'replica') - Number(b.role === 'replica') || (a.name < b.name ? -1 : 1),
  );
  const instances = sorted.map((instance) =>
    instanceView(
      instance,
      records.find((each) => each.instanceId === instance.id),
    ),
  );
  return {
    cluster: rowOf(cluster, sumCluster(clusterId, records), names),
    instances,
    history: [...(await listMarks(db, clusterId, mostMarks))].reverse(),
    back: waysBack(cluster, instances),
    abilities: {
      check: abilityOf(mayCheck(actor), fleetProblems),
      except: abilityOf(mayExcept(actor), fleetProblems),
      change: { allowed: true },
    },
  };
}

function instanceView(
  { id: instanceId, name, role }: InstanceRecord,
  record: Awaited<ReturnType<typeof listOfCluster>>[number] | undefined,
): InstanceCompliance {
  if (!record) return { instanceId, name, role, total: countItems([]), items: [], drift: [] };
  const { standardId, version, judgedAt, lookedAt, kinds, items, driftItems } = record;
  return {
    ...{ instanceId, name, role, standardId, version, judgedAt },
    ...(lookedAt === null ? {} : { lookedAt }),
    total: addCounts(Object.values(kinds)),
    items: [...items],
    drift: [...driftItems],
  };
}

const line = ({ name, value }: { readonly name: string; readonly value: string }) => `${name} = ${value}`;

/** What a ticket of changed parameters would set: on the whole cluster what all its instances need, else on each alone. */
export function waysBack(
  { id: clusterId, name }: Pick<ClusterRecord, 'id' | 'name'>,
  instances: readonly Pick<InstanceCompliance, 'instanceId' | 'name' | 'items' | 'drift'>[],
) {
  const wanted = instances.map((instance) => {
    const items = new Map<string, ComplianceItem | DriftItem>();
    // What the standard wants goes before what was kept.
    for (const item of instance.drift) if (isSettable(item)) items.set(line(item.set), item);
    for (const item of instance.items)
      if (item.state === 'differs' && isSettable(item)) {
        for (const [text, other] of items) if (other.set?.name === item.set.name) items.delete(text);
        items.set(line(item.set), item);
      }
    return { instance, items };
  });
  const counted = (items: ReadonlyMap<string, ComplianceItem | DriftItem>, settings: readonly string[]) =>
    settings.filter((text) => items.get(text)?.remedy === 'restart').length;
  const [first, ...rest] = wanted;
  const common =
    first && rest.length > 0
      ? [...first.items.keys()].filter((text) => rest.every(({ items }) => items.has(text)))
      : [];
  return [
    ...(first && common.length > 0
      ? [{ clusterId, name, settings: common, restart: counted(first.items, common) }]
      : []),
    ...wanted.flatMap(({ instance, items }) => {
      const settings = [...items.keys()].filter((text) => !common.includes(text));
      const own = { instanceId: instance.instanceId, name: instance.name, settings, restart: counted(items, settings) };
      return settings.length > 0 ? [own] : [];
    }),
  ];
}

const isSettable = <I extends ComplianceItem | DriftItem>(
  item: I,
): item is I & { readonly set: { readonly name: string; readonly value: string } } => item.set !== undefined;

const mostDrifting = 500;

/** @throws ProblemError NOT_AN_OPERATOR */
export async function listDrift({ db, metadata }: Parts, actor: Actor, environment: string | undefined) {
  requireAllowed(mayRead(actor));
  const found = await listDrifting(db, mostDrifting + 1);
  const ids = [...new Set(found.map(({ clusterId }) => clusterId))];
  const clusters = new Map((await metadata.listClustersById(db, ids)).map((cluster) => [cluster.id, cluster]));
  const instances = await metadata.listInstancesById(
    db,
    found.map(({ instanceId }) => instanceId),
  );
  const names = new Map(instances.map(({ id, name }) => [id, name]));
  const items = found.slice(0, mostDrifting).flatMap(({ instanceId, clusterId, lookedAt, driftItems }) => {
    const cluster = clusters.get(clusterId);
    if (!cluster || (environment !== undefined && cluster.environment !== environment)) return [];
    const where = { instanceId, instance: names.get(instanceId) ?? instanceId, clusterId, cluster: cluster.name };
    return driftItems.map((item) => ({ ...item, ...where, seenAt: lookedAt ?? 0 }));
  });
  return { items, more: found.length > mostDrifting };
}
