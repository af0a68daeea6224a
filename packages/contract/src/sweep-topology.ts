import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';
import { Flavor } from './fleet.ts';

/** Things one call gives the marks of. */
export const markLimit = 200;

/** How things stand right now, in a row of a list: counted over the instances of the thing, or over the one itself. */
export const SweepMark = z
  .object({
    id: z.string(),
    /** Answered the last look. */
    answering: z.number().int(),
    failing: z.number().int(),
    /** Not looked at yet. */
    waiting: z.number().int(),
    /** Of those that answer: accept writes. */
    writable: z.number().int(),
    /** Have a source. */
    replicas: z.number().int(),
    /** Replicas whose replication stands, or connects. */
    broken: z.number().int(),
    /** The greatest of the replicas that say it; absent: none says it. */
    lagSeconds: z.number().optional(),
    /** The last look that ended. */
    lookedAt: Time.optional(),
  })
  .meta({ id: 'SweepMark' });
export type SweepMark = z.infer<typeof SweepMark>;

export const listSweepMarks = endpoint({
  id: 'sweep.marks',
  scope: 'within',
  method: 'GET',
  path: '/api/sweeps/marks',
  summary:
    'What the last looks say of up to 200 hosts, instances or clusters; asks no server. One not swept is left out',
  query: z.object({
    dimension: z.enum(['host', 'instance', 'cluster']),
    /** Ids with commas. */
    ids: z
      .string()
      .max(9000)
      .transform((text) => text.split(',').filter((id) => id !== ''))
      .pipe(z.array(z.string().max(40)).max(markLimit)),
  }),
  response: z.object({ at: Time, items: z.array(SweepMark) }),
});

/** A server of a cluster as it was seen, or only heard of. Its texts are its own: show them as text. */
export const TopologyNode = z
  .object({
    /** An instance's id; of a server only heard of `host:port`, or `host:?` where its port is not known. */
    id: z.string(),
    name: z.string(),
    host: z.string(),
    port: z.number().int().nullable(),
    role: z.enum(['primary', 'replica', 'relay', 'group-member', 'single', 'unknown']),
    /** `heard-of`: named by another server, no instance of this cluster. */
    state: z.enum(['answered', 'unreachable', 'refused', 'not-mysql', 'not-looked', 'heard-of']),
    flavor: Flavor.optional(),
    version: z.string().optional(),
    /** Accepts writes of applications; absent: not known. */
    writable: z.boolean().optional(),
    readOnly: z.boolean().optional(),
    superReadOnly: z.boolean().nullable().optional(),
    uptimeSeconds: z.number().nullable().optional(),
    semiSync: z.enum(['source', 'replica', 'off']).optional(),
    /** Of a semi-sync source: replicas that acknowledge. */
    semiSyncClients: z.number().int().optional(),
    lookedAt: Time.optional(),
    because: Words.optional(),
  })
  .meta({ id: 'TopologyNode' });
export type TopologyNode = z.infer<typeof TopologyNode>;

export const TopologyEdge = z
  .object({
    /** The source. */
    from: z.string(),
    /** The replica. */
    to: z.string(),
    /** '' = the default channel. */
    channel: z.string(),
    /** Who says so: the replica, only the source, or the group. */
    seenBy: z.enum(['channel', 'dump-thread', 'group']),
    state: z.enum(['running', 'connecting', 'stopped', 'broken', 'unknown']),
    /** null = not known, never 0 by default. */
    lagSeconds: z.number().nullable(),
    /** Held back on purpose. */
    delaySeconds: z.number().optional(),
    error: z.string().optional(),
    receiver: z.enum(['running', 'connecting', 'stopped']).optional(),
    applier: z.enum(['running', 'stopped']).optional(),
    semiSync: z.boolean(),
  })
  .meta({ id: 'TopologyEdge' });
export type TopologyEdge = z.infer<typeof TopologyEdge>;

export const ClusterTopology = z
  .object({
    at: Time,
    shape: z.enum([
      'single',
      'primary-replicas',
      'chain',
      'dual-primary',
      'circular',
      'multi-source',
      'group-replication',
      'galera',
      'source-unknown',
      'separate',
      'unreachable',
    ]),
    nodes: z.array(TopologyNode),
    edges: z.array(TopologyEdge),
    /** Ids of the servers that accept writes. */
    writers: z.array(z.string()),
  })
  .meta({ id: 'ClusterTopology' });
export type ClusterTopology = z.infer<typeof ClusterTopology>;

export const getClusterTopology = endpoint({
  id: 'cluster.topology',
  method: 'GET',
  path: '/api/clusters/:clusterId/topology',
  summary: 'Who replicates from whom, by what the last looks saw; asks no server',
  params: z.object({ clusterId: z.string() }),
  response: ClusterTopology,
  problems: ['CLUSTER_NOT_FOUND'],
});
