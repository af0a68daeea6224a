import type { ClusterTopology, ClusterView, LiveInstance, TopologyNode } from '@myriad/contract';
import { edgesInto, strangersOf } from './cluster-edges.ts';

export type Instance = ClusterView['instances'][number];

export interface GraphNode {
  readonly id: string;
  readonly instance?: Instance;
  readonly live?: LiveInstance;
  /** It accepts writes right now, by its own word. */
  readonly isWriter: boolean;
  /** As the last look saw it. */
  readonly role?: TopologyNode['role'];
  /** A source that is none of this cluster's instances: `host:port`. */
  readonly outside?: string;
  /** A server of a discovery, which has no page yet. */
  readonly found?: { readonly name: string; readonly state: TopologyNode['state'] };
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `seen`: the replica says so. `recorded`: only our record says so. */
  readonly basis: 'seen' | 'recorded';
  readonly state: 'running' | 'connecting' | 'broken' | 'unknown';
  readonly isBroken: boolean;
  /** Of several channels, which one. */
  readonly channel?: string;
  /** Held back on purpose. */
  readonly delaySeconds?: number;
  /** null = broken, unknown; absent = not seen. Never 0 by default. */
  readonly lagSeconds?: number | null;
}

export type GraphFinding = 'twoWriters' | 'noWriter' | 'writableReplica';

export interface ClusterGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly findings: readonly GraphFinding[];
}

const acceptsWrites = (live: LiveInstance | undefined): boolean =>
  live?.reachable === true && live.readOnly === false && live.superReadOnly !== true;

/** What is drawn of a cluster: its instances as recorded, joined by what each says of itself, now or at the last look. */
export function graphOf(cluster: ClusterView, seen: readonly LiveInstance[], topology?: ClusterTopology): ClusterGraph {
  const instances = cluster.instances.filter(({ state }) => state !== 'decommissioned');
  const liveOf = new Map(seen.map((live) => [live.instanceId, live]));
  const lookOf = new Map((topology?.nodes ?? []).map((node) => [node.id, node]));
  const nodes: GraphNode[] = instances.map((instance) => {
    const look = lookOf.get(instance.id);
    const live = fresher(liveOf.get(instance.id), look);
    return {
      ...{ id: instance.id, instance, isWriter: acceptsWrites(live) },
      ...(live ? { live } : {}),
      ...(look ? { role: look.role } : {}),
    };
  });
  const edges = [
    ...instances.flatMap((instance) => edgesInto(instance, instances, liveOf.get(instance.id), topology)),
    ...strangersOf(instances, topology),
  ];
  // Sources that are none of ours stand above those that follow them.
  for (const { from, to } of edges)
    for (const id of [from, to])
      if (!nodes.some((node) => node.id === id))
        nodes.unshift({ id, outside: lookOf.get(id)?.name ?? id, isWriter: false });
  return { nodes, edges, findings: findingsOf(cluster, nodes, edges) };
}

/** What a server says now, or else what it said when it was last looked at. */
function fresher(live: LiveInstance | undefined, look: TopologyNode | undefined): LiveInstance | undefined {
  if (!look || live?.reachable || look.state === 'not-looked') return live;
  if (look.state !== 'answered') return live ?? unreachable(look);
  const { id, lookedAt = 0, version, uptimeSeconds, readOnly, superReadOnly, semiSync, semiSyncClients } = look;
  return {
    ...{ instanceId: id, at: lookedAt, reachable: true },
    ...(version === undefined ? {} : { version }),
    ...(typeof uptimeSeconds === 'number' ? { uptimeSeconds } : {}),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(typeof superReadOnly === 'boolean' ? { superReadOnly } : {}),
    ...(semiSync === undefined ? {} : { semiSync }),
    ...(semiSyncClients === undefined ? {} : { semiSyncClients }),
  };
}

const unreachable = ({ id, lookedAt = 0, because }: TopologyNode): LiveInstance => ({
  ...{ instanceId: id, at: lookedAt, reachable: false },
  ...(because ? { because } : {}),
});

function findingsOf(cluster: ClusterView, nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphFinding[] {
  if (cluster.state !== 'running' || nodes.every(({ live }) => live === undefined)) return [];
  const writers = nodes.filter(({ isWriter }) => isWriter);
  const findings: GraphFinding[] = [];
  if (writers.length > 1) findings.push('twoWriters');
  if (writers.length === 0) findings.push('noWriter');
  if (writers.some(({ id }) => edges.some(({ to, basis }) => to === id && basis === 'seen')))
    findings.push('writableReplica');
  return findings;
}

/** Equal keys: the same nodes joined in the same way, so nothing has to move. */
export const structureOf = ({ nodes, edges }: ClusterGraph): string =>
  [nodes.map(({ id }) => id).join(), edges.map(({ id }) => id).join()].join('|');
