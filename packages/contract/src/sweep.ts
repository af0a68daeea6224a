import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';
import { Flavor } from './fleet.ts';

/** How the last looks at an instance went. */
export const SweepState = z.enum([
  /** It answered the last look. */
  'answers',
  /** The last look failed; the fault says how. */
  'fails',
  /** Not looked at yet, since this server or the instance is new. */
  'waiting',
  /** Not looked at: no account, being deployed, decommissioned, or the sweep is off. */
  'not-swept',
]);
export type SweepState = z.infer<typeof SweepState>;

export const GlanceChannel = z.object({
  name: z.string(),
  source: z.object({ host: z.string(), port: z.number() }),
  sourceUuid: z.string(),
  receiver: z.enum(['running', 'connecting', 'stopped']),
  applier: z.enum(['running', 'stopped']),
  /** null = not known, never 0 by default. */
  lagSeconds: z.number().nullable(),
  delaySeconds: z.number(),
  error: z.string(),
});

/** What the server said of itself at the last look that was answered. Its texts are its own: show them as text. */
export const Glance = z
  .object({
    flavor: Flavor,
    versionText: z.string(),
    hostname: z.string(),
    serverId: z.number(),
    serverUuid: z.string(),
    uptimeSeconds: z.number().nullable(),
    readOnly: z.boolean(),
    superReadOnly: z.boolean().nullable(),
    gtid: z.enum(['on', 'off', 'partial']),
    executed: z.string(),
    eventScheduler: z.enum(['on', 'off', 'disabled']),
    semiSync: z.object({
      source: z.boolean().nullable(),
      replica: z.boolean().nullable(),
      sourceActive: z.boolean(),
      replicaActive: z.boolean(),
      clients: z.number(),
      waiting: z.number(),
    }),
    channels: z.array(GlanceChannel),
    /** A member of a replication group: its place as it sees it. */
    group: z.object({ state: z.string(), role: z.enum(['PRIMARY', 'SECONDARY', '']), online: z.number() }).optional(),
    clockOffsetMilliseconds: z.number().nullable(),
  })
  .meta({ id: 'Glance' });
export type Glance = z.infer<typeof Glance>;

export const InstanceGlance = z
  .object({
    instanceId: z.string(),
    state: SweepState,
    /** The last look that ended, whichever way. */
    lookedAt: Time.optional(),
    tookMilliseconds: z.number().optional(),
    /** The last look that was answered: `glance` is from then. */
    answeredAt: Time.optional(),
    glance: Glance.optional(),
    fault: z.object({ code: z.string(), words: Words, since: Time, times: z.number().int() }).optional(),
    /** The next look; later and later while it fails. */
    nextAt: Time.optional(),
  })
  .meta({ id: 'InstanceGlance' });
export type InstanceGlance = z.infer<typeof InstanceGlance>;

export const SweepStatus = z
  .object({
    running: z.boolean(),
    periodSeconds: z.number(),
    instances: z.number().int(),
    answering: z.number().int(),
    failing: z.number().int(),
    waiting: z.number().int(),
    connections: z.number().int(),
    /** Of the last whole period. */
    last: z
      .object({
        endedAt: Time,
        looks: z.number().int(),
        /** Due, and not begun because the look before still ran. */
        leftOut: z.number().int(),
        /** Every look that was due began within half a period. */
        kept: z.boolean(),
        worstLateMilliseconds: z.number(),
        medianMilliseconds: z.number(),
        slowest: z.array(z.object({ instanceId: z.string(), name: z.string(), milliseconds: z.number() })),
      })
      .optional(),
    faults: z.array(z.object({ code: z.string(), count: z.number().int() })),
    /** Logins under way, and those that wait for their turn. */
    logins: z.object({ underWay: z.number().int(), waiting: z.number().int() }),
    /** What was seen and still has to be written to the store. */
    unwritten: z.number().int(),
  })
  .meta({ id: 'SweepStatus' });
export type SweepStatus = z.infer<typeof SweepStatus>;

export const getInstanceGlance = endpoint({
  id: 'instance.glance',
  method: 'GET',
  path: '/api/instances/:instanceId/glance',
  summary: 'What the last sweep saw of an instance; asks the server nothing',
  params: z.object({ instanceId: z.string() }),
  response: InstanceGlance,
  problems: ['INSTANCE_NOT_FOUND'],
});
export const lookAtInstance = endpoint({
  id: 'instance.look',
  method: 'POST',
  path: '/api/instances/:instanceId/looks',
  summary:
    'Look at an instance now; one looked at within the last two seconds is not asked again. Writes nothing on it',
  params: z.object({ instanceId: z.string() }),
  response: InstanceGlance,
  problems: ['INSTANCE_NOT_FOUND', 'SWEEP_OFF', 'LOOKS_TOO_MANY'],
});
export const lookAtCluster = endpoint({
  id: 'cluster.look',
  method: 'POST',
  path: '/api/clusters/:clusterId/looks',
  summary: 'Look at every instance of a cluster now, as instance.look does',
  params: z.object({ clusterId: z.string() }),
  response: z.object({ items: z.array(InstanceGlance) }).meta({ id: 'ClusterLook' }),
  problems: ['CLUSTER_NOT_FOUND', 'SWEEP_OFF', 'LOOKS_TOO_MANY'],
});
export const getSweeps = endpoint({
  id: 'sweep.status',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/sweeps',
  summary: 'Does the sweep keep its period, and whom can it not reach?',
  response: SweepStatus,
});
