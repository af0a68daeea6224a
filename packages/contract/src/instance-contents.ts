import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';

const instanceParams = z.object({ instanceId: z.string() });
const problems = ['INSTANCE_NOT_FOUND', 'NOT_AN_OPERATOR'];

/** Sizes as the engine estimates them, of the last deep look; null = not said. */
const Sizes = { dataBytes: z.number().nullable(), indexBytes: z.number().nullable(), freeBytes: z.number().nullable() };

export const InstanceSpace = z
  .object({
    instanceId: z.string(),
    /** When the last deep look was taken; absent: there was none. */
    at: Time.optional(),
    because: Words.optional(),
    /** Schemas the look left out because they have too many tables. */
    skipped: z.array(z.object({ schema: z.string(), tables: z.number() })),
    schemas: z.array(z.object({ name: z.string(), tables: z.number().int(), ...Sizes })),
    /** The largest first. */
    tables: z.array(
      z.object({
        schema: z.string(),
        name: z.string(),
        engine: z.string(),
        rows: z.number().nullable(),
        ...Sizes,
      }),
    ),
    /** How many tables there are that fit. */
    found: z.number().int(),
    growth: z.array(z.object({ at: Time, tables: z.number(), dataBytes: z.number(), indexBytes: z.number() })),
  })
  .meta({ id: 'InstanceSpace' });
export type InstanceSpace = z.infer<typeof InstanceSpace>;

export const getInstanceSpace = endpoint({
  id: 'instance.space',
  method: 'GET',
  path: '/api/instances/:instanceId/space',
  summary: 'Schemas and tables by size, from the last deep look, and how they grew; asks the server nothing',
  params: instanceParams,
  query: z.object({
    schema: z.string().max(64).optional(),
    /** Part of a table's name. */
    table: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  response: InstanceSpace,
  problems,
});

export const InstanceAccount = z
  .object({
    user: z.string(),
    host: z.string(),
    isRole: z.boolean(),
    plugin: z.string(),
    locked: z.boolean().nullable(),
    passwordExpired: z.boolean(),
    passwordChangedAt: Time.optional(),
    /** It logs in without a password; null = not known. */
    emptyPassword: z.boolean().nullable(),
    /** `''`, `ANY`, `X509`, `SPECIFIED`. */
    tls: z.string(),
    /** As GRANT writes them. */
    global: z.array(z.string()),
    schemas: z.array(z.object({ schema: z.string(), privileges: z.array(z.string()) })),
    /** Made by the platform, for what. */
    purpose: z.string().optional(),
  })
  .meta({ id: 'InstanceAccount' });
export type InstanceAccount = z.infer<typeof InstanceAccount>;

export const listInstanceAccounts = endpoint({
  id: 'instance.accounts',
  method: 'GET',
  path: '/api/instances/:instanceId/accounts',
  summary: 'Accounts and what they may do, from the last deep look; asks the server nothing',
  params: instanceParams,
  response: z.object({
    instanceId: z.string(),
    at: Time.optional(),
    because: Words.optional(),
    /** Why rights on schemas are not known. */
    schemasBecause: Words.optional(),
    items: z.array(InstanceAccount),
    more: z.boolean(),
  }),
  problems,
});
