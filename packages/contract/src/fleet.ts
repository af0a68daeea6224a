import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { OwnerView } from './owner.ts';
import { GivenTime, line, text } from './text.ts';

export { fleetProblems } from './fleet-problems.ts';

export const Flavor = z.enum(['mysql', 'mariadb']);
export type Flavor = z.infer<typeof Flavor>;
export const PoolState = z.enum(['unchecked', 'failed-check', 'available', 'reserved', 'in-use', 'out-of-service']);
export type PoolState = z.infer<typeof PoolState>;
export const Maintenance = z
  .object({ reason: z.string(), by: z.string(), since: Time, until: Time })
  .meta({ id: 'Maintenance' });

/** A way to a host, as stored; secrets by reference. Tried in the order of the host's list. */
export const PathSpec = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('local') }),
  z.object({
    kind: z.literal('ssh'),
    address: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65535).default(22),
    user: z.string().min(1).max(64),
    /** Id of a stored secret: a private key (PEM) or a password. */
    secretId: z.string().optional(),
    /** Use the agent at SSH_AUTH_SOCK of the server instead of a stored secret. */
    agent: z.boolean().default(false),
    /** Host ids to jump through first, nearest first. */
    jumps: z.array(z.string()).default([]),
  }),
]);
export type PathSpec = z.infer<typeof PathSpec>;

export const CheckVerdict = z
  .object({
    item: z.string(),
    verdict: z.enum(['pass', 'warn', 'fail', 'unknown']),
    words: Words,
    next: Words.optional(),
    measured: z.string().optional(),
  })
  .meta({ id: 'CheckVerdict' });
export type CheckVerdict = z.infer<typeof CheckVerdict>;

export const HostView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Where MySQL on this host listens and is reached. */
    address: z.string(),
    zone: z.string(),
    poolState: PoolState,
    /** The one folder the platform may create things under. */
    baseDirectory: z.string(),
    /** Empty for those who do not operate hosts. */
    paths: z.array(PathSpec),
    facts: z.record(z.string(), z.unknown()),
    check: z.object({ at: Time, verdicts: z.array(CheckVerdict) }).optional(),
    instances: z.array(z.object({ id: z.string(), name: z.string(), port: z.number().int() })),
    hostKeys: z.array(z.object({ endpoint: z.string(), fingerprint: z.string(), firstSeenAt: Time })),
    abilities: z.object({ check: Ability, remove: Ability, edit: Ability }),
  })
  .meta({ id: 'Host' });
export type HostView = z.infer<typeof HostView>;

export const InstanceRole = z.enum(['primary', 'replica', 'standalone']);
export const InstanceState = z.enum(['deploying', 'running', 'stopped', 'decommissioned', 'unknown']);

export const InstanceView = z
  .object({
    id: z.string(),
    name: z.string(),
    hostId: z.string(),
    hostName: z.string(),
    address: z.string(),
    port: z.number().int(),
    clusterId: z.string().optional(),
    flavor: Flavor,
    version: z.string(),
    role: InstanceRole,
    state: InstanceState,
    maintenance: Maintenance.optional(),
    facts: z.record(z.string(), z.object({ value: z.unknown(), observedAt: Time, source: z.string() })),
    abilities: z.object({ start: Ability, stop: Ability, restart: Ability, decommission: Ability }),
  })
  .meta({ id: 'Instance' });
export type InstanceView = z.infer<typeof InstanceView>;

/** What the server itself says right now; `reachable: false` carries the reason. */
export const LiveInstance = z
  .object({
    instanceId: z.string(),
    at: Time,
    reachable: z.boolean(),
    because: Words.optional(),
    version: z.string().optional(),
    uptimeSeconds: z.number().optional(),
    readOnly: z.boolean().optional(),
    superReadOnly: z.boolean().optional(),
    serverUuid: z.string().optional(),
    gtidExecuted: z.string().optional(),
    source: z.object({ host: z.string(), port: z.number().int() }).optional(),
    receiver: z.enum(['running', 'connecting', 'stopped']).optional(),
    applier: z.enum(['running', 'stopped']).optional(),
    /** null = replication broken, unknown lag; never 0 by default. */
    lagSeconds: z.number().nullable().optional(),
    semiSync: z.enum(['source', 'replica', 'off']).optional(),
    semiSyncClients: z.number().int().optional(),
    error: z.string().optional(),
  })
  .meta({ id: 'LiveInstance' });
export type LiveInstance = z.infer<typeof LiveInstance>;

/** How far the platform may go with a cluster. */
export const ClusterLevel = z.enum(['observe', 'back-up', 'operate', 'ha']);
export type ClusterLevel = z.infer<typeof ClusterLevel>;

export const ClusterView = z
  .object({
    id: z.string(),
    name: z.string(),
    flavor: Flavor,
    version: z.string(),
    topology: z.enum(['single', 'primary-replica']),
    applicationId: z.string().optional(),
    environment: z.string(),
    state: z.enum(['deploying', 'running', 'stopped', 'decommissioned']),
    maintenance: Maintenance.optional(),
    level: ClusterLevel,
    /** Was there before the platform, which starts and stops nothing of it. */
    adopted: z.boolean().optional(),
    /** The cloud service that runs it. */
    managedBy: z.string().optional(),
    /** Only where clusters are listed. */
    labels: z.record(z.string(), z.string()).optional(),
    /** What cannot change later: lower_case_table_names, innodb_page_size, character set, collation, time zone, sql_mode. */
    fixed: z.record(z.string(), z.union([z.string(), z.number()])),
    instances: z.array(InstanceView),
    abilities: z.object({ stop: Ability, restart: Ability, decommission: Ability, maintenance: Ability }),
  })
  .meta({ id: 'Cluster' });
export type ClusterView = z.infer<typeof ClusterView>;

export const ApplicationView = z
  .object({
    id: z.string(),
    name: z.string(),
    businessLine: z.string(),
    /** As people gave it. */
    owner: z.string(),
    /** Whom `owner` stands for now; absent: nobody who signs in, and no group, is called so. */
    ownedBy: OwnerView.optional(),
    level: z.enum(['core', 'important', 'general']),
  })
  .meta({ id: 'Application' });

export const ServerPackageView = z
  .object({
    id: z.string(),
    flavor: Flavor,
    version: z.string(),
    architecture: z.string(),
    sha256: z.string(),
    sizeBytes: z.number(),
    signature: z.enum(['verified', 'none', 'bad']),
    /** `vendor` = registered vendor tarball; `distribution` = made from the distribution's packages: demo and tests only. */
    source: z.enum(['vendor', 'distribution']),
    addedAt: Time,
    support: z.enum(['run-here', 'from-fixtures', 'untested']),
  })
  .meta({ id: 'ServerPackage' });

export const VersionSupport = z.object({
  flavor: Flavor,
  series: z.string(),
  status: z.enum(['run-here', 'from-fixtures', 'untested']),
  note: Words,
  /** Last day of the vendor's support, `2026-04-30`; absent: not known, or a series that lives until the next one. */
  supportedUntil: z.string().optional(),
});

const clusterParams = z.object({ clusterId: z.string() });

export const getCluster = endpoint({
  id: 'cluster.get',
  method: 'GET',
  path: '/api/clusters/:clusterId',
  summary: 'One cluster with its instances',
  params: clusterParams,
  response: ClusterView,
  problems: ['CLUSTER_NOT_FOUND'],
});
export const getClusterLive = endpoint({
  id: 'cluster.live',
  method: 'GET',
  path: '/api/clusters/:clusterId/live',
  summary: 'What each instance of the cluster says right now',
  params: clusterParams,
  response: z.object({ at: Time, instances: z.array(LiveInstance) }),
  problems: ['CLUSTER_NOT_FOUND'],
});
export const setClusterMaintenance = endpoint({
  id: 'cluster.maintenance',
  method: 'PUT',
  path: '/api/clusters/:clusterId/maintenance',
  summary: 'Maintenance mode with reason and end; null ends it',
  params: clusterParams,
  body: z.object({ maintenance: z.object({ reason: text(500).min(1), until: GivenTime }).nullable() }),
  response: ClusterView,
  problems: ['CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR', 'MAINTENANCE_OVER'],
});
export const getInstance = endpoint({
  id: 'instance.get',
  method: 'GET',
  path: '/api/instances/:instanceId',
  summary: 'One instance',
  params: z.object({ instanceId: z.string() }),
  response: InstanceView,
  problems: ['INSTANCE_NOT_FOUND'],
});
export const listInstances = endpoint({
  id: 'instance.list',
  scope: 'within',
  method: 'GET',
  path: '/api/instances',
  summary: 'Instances',
  query: PageQuery.extend({ hostId: z.string().optional(), clusterId: z.string().optional() }),
  response: pageOf(InstanceView),
});
export const listApplications = endpoint({
  id: 'application.list',
  scope: 'within',
  method: 'GET',
  path: '/api/applications',
  summary: 'Applications',
  query: PageQuery,
  response: pageOf(ApplicationView),
});
export const createApplication = endpoint({
  id: 'application.create',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/applications',
  summary: 'Add an application',
  body: z.object({ name: line(100), businessLine: line(100), owner: line(100), level: ApplicationView.shape.level }),
  response: ApplicationView,
  problems: ['APPLICATION_NAME_TAKEN', 'NOT_AN_OPERATOR'],
});
export const listServerPackages = endpoint({
  id: 'package.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/server-packages',
  summary: 'Server packages and the support matrix',
  response: z.object({ items: z.array(ServerPackageView), matrix: z.array(VersionSupport) }),
});
/** A fact's history: every value it had, with the time and the source that learned it. */
export const FactChange = z
  .object({
    name: z.string(),
    value: z.unknown(),
    before: z.unknown(),
    at: Time,
    source: z.string(),
    sourceId: z.string().optional(),
    /** Of a person: what they are called. */
    sourceName: z.string().optional(),
  })
  .meta({ id: 'FactChange' });
/** What the change history speaks of: the four dimensions, and the catalogues around them. */
export const ChangedKind = z.enum([
  'host',
  'instance',
  'cluster',
  'application',
  'environment',
  'zone',
  'specification',
  'quota',
  'custom-field',
]);
export const listChanges = endpoint({
  id: 'metadata.changes',
  scope: 'within',
  method: 'GET',
  path: '/api/changes',
  summary: 'Change history of hosts, instances, clusters, applications and the catalogues around them, newest first',
  query: PageQuery.extend({
    entity: ChangedKind.optional(),
    entityId: z.string().optional(),
  }),
  response: pageOf(FactChange.extend({ entity: z.string(), entityId: z.string() })),
});
