import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { ClusterLevel, Flavor } from './fleet.ts';
import { ClusterTopology } from './sweep-topology.ts';

export { adoptionProblems } from './adoption-problems.ts';

/** How far the platform may go with a cluster that was there before it. */
export const AccessLevel = ClusterLevel;
export type AccessLevel = ClusterLevel;

export const AllowedNetwork = z
  .object({
    /** `10.20.0.0/16`, `2001:db8::/32`; a single address means itself. */
    cidr: z.string(),
    note: z.string(),
    addedAt: Time,
    addedBy: z.string(),
  })
  .meta({ id: 'AllowedNetwork' });
export const AllowList = z
  .object({ items: z.array(AllowedNetwork), abilities: z.object({ edit: Ability }) })
  .meta({ id: 'AllowList' });
export type AllowList = z.infer<typeof AllowList>;

export const getAllowList = endpoint({
  id: 'allow-list.get',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/network-allow-list',
  summary: 'Networks the platform may look for servers in; empty: none',
  response: AllowList,
});
export const setAllowList = endpoint({
  id: 'allow-list.set',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/network-allow-list',
  summary: 'Replace the network allow-list',
  body: z.object({
    networks: z.array(z.object({ cidr: z.string().max(60), note: z.string().max(200).default('') })).max(500),
  }),
  response: AllowList,
  problems: ['NOT_AN_ADMINISTRATOR', 'FORM_INVALID'],
});

const Port = z.number().int().min(1).max(65535);

/** A server somebody names. Its own account, where it has one, stands over the common one. */
export const NamedServer = z.object({
  host: z.string().max(253),
  port: Port.default(3306),
  /** What people call it. */
  name: z.string().max(63).optional(),
  user: z.string().max(80).optional(),
  password: z.string().max(500).optional(),
});

/** Passwords go into the secrets box; they are in no answer, log or journal. */
export const DiscoveryForm = z.object({
  servers: z.array(NamedServer).max(500).optional(),
  /** Instead of `servers`: what was pasted. `list`: `host:port` a line. CSV and YAML: fields as in `servers`. */
  text: z.string().max(500_000).optional(),
  format: z.enum(['auto', 'list', 'csv', 'yaml']).default('auto'),
  account: z.object({ user: z.string().max(80), password: z.string().max(500) }).optional(),
  /** Look for sources and replicas of what is found. */
  follow: z.boolean().default(true),
  /** Ports to try where a source tells the address of a replica but not its port, besides the source’s own. */
  ports: z.array(Port).max(10).default([]),
});
export type DiscoveryForm = z.input<typeof DiscoveryForm>;

export const FoundFinding = z.object({
  code: z.string(),
  grade: z.enum(['info', 'warn', 'bad']),
  /** The server’s id; absent: the cluster. */
  on: z.string().optional(),
  words: Words,
  next: Words,
  runbook: z.string(),
});
export const FoundLimit = z.object({
  act: z.enum(['host', 'promote', 'donate', 'switch', 'clone']),
  on: z.string().optional(),
  because: Words,
  code: z.string(),
});

/** A server that answered, as it would be recorded. */
export const FoundServer = z.object({
  /** `host:port`. */
  id: z.string(),
  /** The checked address: what is recorded, so that no name is resolved again. */
  address: z.string(),
  port: z.number().int(),
  /** What its host would be called. */
  hostName: z.string(),
  flavor: Flavor,
  version: z.string(),
  role: z.enum(['primary', 'replica', 'standalone']),
  serverId: z.number(),
  serverUuid: z.string(),
  user: z.string(),
  /** Privileges that *observe* asks for and the account has not; without them less is seen. */
  missing: z.array(z.string()),
  /** Privileges the account has and *observe* does not need. */
  surplus: z.array(z.string()),
  /** Recorded already. */
  instanceId: z.string().optional(),
});
export type FoundServer = z.infer<typeof FoundServer>;
export const FoundCluster = z
  .object({
    /** Names this cluster within its discovery. */
    key: z.string(),
    suggestedName: z.string(),
    graph: ClusterTopology,
    findings: z.array(FoundFinding),
    limits: z.array(FoundLimit),
    servers: z.array(FoundServer),
    managedBy: z.string().optional(),
    abilities: z.object({ adopt: Ability }),
  })
  .meta({ id: 'FoundCluster' });
export type FoundCluster = z.infer<typeof FoundCluster>;

export const Discovery = z
  .object({
    id: z.string(),
    /** `broken-off`: the platform stopped while it ran. */
    state: z.enum(['running', 'done', 'cancelled', 'failed', 'broken-off']),
    startedAt: Time,
    endedAt: Time.optional(),
    startedBy: z.string(),
    progress: z.object({
      known: z.number().int(),
      looked: z.number().int(),
      answered: z.number().int(),
      now: z.array(z.string()),
    }),
    clusters: z.array(FoundCluster),
    /** Servers that were heard of or named and not looked at, and why. */
    leftOut: z.array(z.object({ server: z.string(), because: Words })),
    words: Words.optional(),
  })
  .meta({ id: 'Discovery' });
export type Discovery = z.infer<typeof Discovery>;

const discoveryParams = z.object({ discoveryId: z.string() });
export const startDiscovery = endpoint({
  id: 'discovery.start',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/discoveries',
  summary: 'Look for clusters: servers named one by one, as a list, CSV or YAML; writes nothing on them',
  body: DiscoveryForm,
  response: Discovery,
  problems: ['NOT_AN_OPERATOR', 'ALLOW_LIST_EMPTY', 'FORM_INVALID', 'DISCOVERIES_TOO_MANY'],
});
export const getDiscovery = endpoint({
  id: 'discovery.get',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/discoveries/:discoveryId',
  summary: 'A discovery: how far it is, and what it found',
  params: discoveryParams,
  response: Discovery,
  problems: ['NOT_AN_OPERATOR', 'DISCOVERY_NOT_FOUND'],
});
export const listDiscoveries = endpoint({
  id: 'discovery.list',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/discoveries',
  summary: 'Discoveries of the last days, newest first, without what they found',
  query: PageQuery,
  response: pageOf(Discovery.omit({ clusters: true, leftOut: true })),
  problems: ['NOT_AN_OPERATOR'],
});
export const cancelDiscovery = endpoint({
  id: 'discovery.cancel',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/discoveries/:discoveryId/cancel',
  summary: 'End a discovery now; what it found so far stays',
  params: discoveryParams,
  response: Discovery,
  problems: ['NOT_AN_OPERATOR', 'DISCOVERY_NOT_FOUND'],
});

export const LevelStatement = z.object({ sql: z.string(), why: Words, optional: z.boolean() });
export const LevelGrants = z
  .object({
    level: AccessLevel,
    flavor: Flavor,
    version: z.string(),
    statements: z.array(LevelStatement),
    /** What the level cannot do on this version, to be read first. */
    remarks: z.array(Words),
  })
  .meta({ id: 'LevelGrants' });
export type LevelGrants = z.infer<typeof LevelGrants>;

export const getLevelGrants = endpoint({
  id: 'access-level.grants',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/access-levels/:level/grants',
  summary: 'The exact statements that make the account of a level, for one flavour and version',
  params: z.object({ level: AccessLevel }),
  query: z.object({
    flavor: Flavor,
    version: z.string().regex(/^\d{1,3}\.\d{1,3}\.\d{1,4}$/),
    user: z.string().min(1).max(80).optional(),
    host: z.string().min(1).max(255).default('%'),
  }),
  response: LevelGrants,
});

export const ClusterLevels = z
  .object({
    clusterId: z.string(),
    level: AccessLevel,
    levels: z.array(
      LevelGrants.omit({ flavor: true, version: true }).extend({
        state: z.enum(['entered', 'next', 'later']),
        /** Who the platform logs in as at this level. */
        user: z.string().optional(),
        /** Ends that account, for people to run once the platform has forgotten it. */
        drop: z.string().optional(),
      }),
    ),
    abilities: z.object({ raise: Ability, lower: Ability, release: Ability }),
  })
  .meta({ id: 'ClusterLevels' });
export type ClusterLevels = z.infer<typeof ClusterLevels>;

export const getClusterLevels = endpoint({
  id: 'cluster.levels',
  method: 'GET',
  path: '/api/clusters/:clusterId/levels',
  summary: 'How far the platform may go with a cluster, and the statements for the next level',
  params: z.object({ clusterId: z.string() }),
  response: ClusterLevels,
  problems: ['CLUSTER_NOT_FOUND'],
});

/** An account that was tried on each server of a cluster, and compared with what its level asks for. */
export const LevelAccount = z
  .object({
    /** For the ticket that raises the level; absent: it does not fit, and nothing of it was kept. */
    id: z.string().optional(),
    clusterId: z.string(),
    level: AccessLevel,
    user: z.string(),
    checkedAt: Time,
    servers: z.array(
      z.object({
        name: z.string(),
        /** Could not be asked. */
        because: Words.optional(),
        missing: z.array(z.string()),
        /** Wanted, but the level works without. */
        missingOptional: z.array(z.string()),
        surplus: z.array(z.string()),
        /** Of the surplus, what no account of the platform may have. */
        forbidden: z.array(z.string()),
      }),
    ),
    fits: z.boolean(),
  })
  .meta({ id: 'LevelAccount' });
export type LevelAccount = z.infer<typeof LevelAccount>;

export const checkLevelAccount = endpoint({
  id: 'level-account.check',
  method: 'POST',
  path: '/api/clusters/:clusterId/level-accounts',
  summary: 'Try an account for the next level of a cluster; its password goes into the secrets box',
  params: z.object({ clusterId: z.string() }),
  body: z.object({ level: AccessLevel, user: z.string().min(1).max(80), password: z.string().min(1).max(500) }),
  response: LevelAccount,
  problems: [
    'NOT_AN_OPERATOR',
    'CLUSTER_NOT_FOUND',
    'CLUSTER_NOT_ADOPTED',
    'LEVEL_NOT_NEXT',
    'LEVEL_HIGHEST',
    'LEVEL_OF_MANAGED_SERVICE',
    'ALLOW_LIST_EMPTY',
    'ADDRESS_NOT_ALLOWED',
    'FORM_INVALID',
  ],
});
