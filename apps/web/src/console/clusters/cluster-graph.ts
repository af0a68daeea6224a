import type { ClusterView, LiveInstance } from '@myriad/contract';

type Instance = ClusterView['instances'][number];

export interface GraphNode {
  readonly id: string;
  readonly instance?: Instance;
  readonly live?: LiveInstance;
  /** It accepts writes right now, by its own word. */
  readonly isWriter: boolean;
  /** A source that is none of this cluster's instances: `host:port`. */
  readonly outside?: string;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `seen`: the replica says so. `recorded`: only our record says so. */
  readonly basis: 'seen' | 'recorded';
  readonly isBroken: boolean;
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

const isSeat = (instance: Instance, host: string, port: number): boolean =>
  instance.port === port && (instance.address === host || instance.hostName === host);

/** What is drawn of a cluster: its instances as recorded, joined by what each says of itself right now. */
export function graphOf(cluster: ClusterView, seen: readonly LiveInstance[]): ClusterGraph {
  const liveOf = new Map(seen.map((live) => [live.instanceId, live]));
  const instances = cluster.instances.filter(({ state }) => state !== 'decommissioned');
  const nodes: GraphNode[] = instances.map((instance) => {
    const live = liveOf.get(instance.id);
    return { id: instance.id, instance, isWriter: acceptsWrites(live), ...(live ? { live } : {}) };
  });
  const edges: GraphEdge[] = [];
  const recordedPrimary = instances.find(({ role }) => role === 'primary');
  for (const instance of instances) {
    const live = liveOf.get(instance.id);
    if (live?.reachable && live.source) {
      const { host, port } = live.source;
      const source = instances.find((other) => isSeat(other, host, port));
      const from = source?.id ?? `${host}:${port}`;
      if (!source && !nodes.some(({ id }) => id === from)) nodes.unshift({ id: from, outside: from, isWriter: false });
      edges.push({
        id: `${from}>${instance.id}`,
        from,
        to: instance.id,
        basis: 'seen',
        isBroken: live.receiver !== 'running' || live.applier !== 'running',
        ...(live.lagSeconds === undefined ? {} : { lagSeconds: live.lagSeconds }),
      });
    } else if (instance.role === 'replica' && recordedPrimary) {
      const from = recordedPrimary.id;
      const isBroken = live?.reachable === true;
      edges.push({ id: `${from}>${instance.id}`, from, to: instance.id, basis: 'recorded', isBroken });
    }
  }
  return { nodes, edges, findings: findingsOf(cluster, nodes, seen) };
}

function findingsOf(cluster: ClusterView, nodes: readonly GraphNode[], seen: readonly LiveInstance[]): GraphFinding[] {
  if (cluster.state !== 'running' || seen.length === 0) return [];
  const writers = nodes.filter(({ isWriter }) => isWriter);
  const findings: GraphFinding[] = [];
  if (writers.length > 1) findings.push('twoWriters');
  if (writers.length === 0) findings.push('noWriter');
  if (writers.some(({ live }) => live?.source !== undefined)) findings.push('writableReplica');
  return findings;
}

/** Equal keys: the same nodes joined in the same way, so nothing has to move. */
export const structureOf = ({ nodes, edges }: ClusterGraph): string =>
  [nodes.map(({ id }) => id).join(), edges.map(({ id }) => id).join()].join('|');
