import type { ClusterTopology, LiveInstance, TopologyEdge } from '@myriad/contract';
import type { GraphEdge, Instance } from './cluster-graph.ts';

const isSeat = (instance: Instance, host: string, port: number): boolean =>
  instance.port === port && (instance.address === host || instance.hostName === host);

/** Whom one of ours follows: by its own word now, by what was seen at the last look, or only by the record. */
export function edgesInto(
  instance: Instance,
  instances: readonly Instance[],
  live: LiveInstance | undefined,
  topology: ClusterTopology | undefined,
): GraphEdge[] {
  const looked = (topology?.edges ?? []).filter(({ to }) => to === instance.id);
  const isAloneNow = live?.reachable === true && live.source === undefined;
  // By its uuid a source is known through any address: the graph of the looks knows better who it is.
  if (looked.length > 0 && !isAloneNow)
    return looked.map((edge) => seenEdge(edge, looked.length === 1 ? live : undefined));
  if (live?.reachable && live.source) {
    const { host, port } = live.source;
    const from = instances.find((other) => isSeat(other, host, port))?.id ?? `${host}:${port}`;
    const state = stateOf(live);
    return [edgeOf(from, instance.id, { basis: 'seen', state, ...lagOf(live) })];
  }
  const primary = instances.find(({ role }) => role === 'primary');
  if (instance.role !== 'replica' || !primary) return [];
  const state = live?.reachable === true ? 'broken' : 'unknown';
  return [edgeOf(primary.id, instance.id, { basis: 'recorded', state })];
}

function stateOf({ receiver, applier }: LiveInstance): GraphEdge['state'] {
  if (applier !== 'running') return 'broken';
  if (receiver === 'connecting') return 'connecting';
  return receiver === 'running' ? 'running' : 'broken';
}

const lagOf = ({ lagSeconds }: LiveInstance) => (lagSeconds === undefined ? {} : { lagSeconds });

function seenEdge(edge: TopologyEdge, live: LiveInstance | undefined): GraphEdge {
  const now = live?.reachable === true ? live : undefined;
  return edgeOf(edge.from, edge.to, {
    basis: 'seen',
    state: now ? stateOf(now) : edge.state === 'stopped' ? 'broken' : edge.state,
    ...(now ? lagOf(now) : { lagSeconds: edge.lagSeconds }),
    ...(edge.channel === '' ? {} : { channel: edge.channel }),
    ...(edge.delaySeconds ? { delaySeconds: edge.delaySeconds } : {}),
  });
}

const edgeOf = (
  from: string,
  to: string,
  { state, ...rest }: Omit<GraphEdge, 'id' | 'from' | 'to' | 'isBroken'>,
): GraphEdge => ({
  ...{ id: `${from}>${to}${rest.channel ? `/${rest.channel}` : ''}`, from, to, state },
  ...rest,
  isBroken: state === 'broken' || state === 'connecting',
});

/** Servers that fetch from ours and are none of ours. */
export const strangersOf = (instances: readonly Instance[], topology: ClusterTopology | undefined): GraphEdge[] =>
  (topology?.edges ?? [])
    .filter(({ from, to }) => instances.some(({ id }) => id === from) && instances.every(({ id }) => id !== to))
    .map((edge) => seenEdge(edge, undefined));

/** Every edge as it was seen, where nobody is asked again. */
export const seenEdges = (edges: readonly TopologyEdge[]): GraphEdge[] =>
  edges.map((edge) => seenEdge(edge, undefined));
