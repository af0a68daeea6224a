import { z } from 'zod';
import { endpoint, PageQuery, pageOf, Time } from './endpoint.ts';

const instanceParams = z.object({ instanceId: z.string() });

/** What differs between two deep looks at an instance. */
export const PortraitChange = z
  .object({
    id: z.string(),
    at: Time,
    part: z.enum(['parameter', 'account', 'grant', 'schema', 'table', 'column', 'index', 'plugin', 'event']),
    name: z.string(),
    /** null: it was not there. */
    before: z.string().nullable(),
    /** null: it is gone. */
    after: z.string().nullable(),
  })
  .meta({ id: 'PortraitChange' });
export type PortraitChange = z.infer<typeof PortraitChange>;

/** The last deep look. A part that was refused says why under `refused`; nothing may be concluded from it. */
export const InstancePortrait = z
  .object({
    readAt: Time,
    tookMilliseconds: z.number(),
    variables: z.record(z.string(), z.string()),
    accounts: z.array(
      z.object({
        user: z.string(),
        host: z.string(),
        plugin: z.string(),
        locked: z.boolean().nullable(),
        global: z.array(z.string()),
      }),
    ),
    schemas: z.array(
      z.object({ name: z.string(), characterSet: z.string(), collation: z.string(), tables: z.number().nullable() }),
    ),
    refused: z.array(z.object({ part: z.string(), because: z.string() })),
    /** Oldest first; sizes as the engine estimates them. */
    growth: z.array(z.object({ at: Time, tables: z.number(), dataBytes: z.number(), indexBytes: z.number() })),
  })
  .meta({ id: 'InstancePortrait' });
export type InstancePortrait = z.infer<typeof InstancePortrait>;

export const getInstancePortrait = endpoint({
  id: 'instance.portrait',
  method: 'GET',
  path: '/api/instances/:instanceId/portrait',
  summary: 'The last deep look at an instance: parameters, accounts, schemas, growth; asks the server nothing',
  params: instanceParams,
  response: z.object({ portrait: InstancePortrait.nullable() }),
  problems: ['INSTANCE_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
export const listPortraitChanges = endpoint({
  id: 'instance.portrait-changes',
  method: 'GET',
  path: '/api/instances/:instanceId/portrait-changes',
  summary: 'What changed between deep looks, newest first',
  params: instanceParams,
  query: PageQuery.extend({ part: PortraitChange.shape.part.optional() }),
  response: pageOf(PortraitChange),
  problems: ['INSTANCE_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
export const lookAtClusterDeeply = endpoint({
  id: 'cluster.look-deeply',
  method: 'POST',
  path: '/api/clusters/:clusterId/deep-looks',
  summary: 'Start a deep look at every instance of a cluster now; a task, and nothing is written on the servers',
  params: z.object({ clusterId: z.string() }),
  response: z.object({ taskId: z.string() }),
  problems: ['CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
