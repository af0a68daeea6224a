import { z } from 'zod';

const AdoptedServer = z.object({
  instanceId: z.string(),
  hostName: z.string(),
  /** An address, never a name. */
  address: z.string(),
  port: z.number().int(),
  flavor: z.enum(['mysql', 'mariadb']),
  version: z.string(),
  role: z.enum(['primary', 'replica', 'standalone']),
  serverId: z.number(),
  serverUuid: z.string(),
});
export type AdoptedServer = z.infer<typeof AdoptedServer>;

/** Of the task: everything decided, the password by its reference. */
export const AdoptInput = z.object({
  discoveryId: z.string(),
  clusterId: z.string(),
  name: z.string(),
  environment: z.string(),
  applicationId: z.string().nullable(),
  topology: z.enum(['single', 'primary-replica']),
  managedBy: z.string().nullable(),
  account: z.object({ user: z.string(), secretId: z.string() }),
  servers: z.array(AdoptedServer).min(1),
});
export type AdoptInput = z.infer<typeof AdoptInput>;

export const RaiseInput = z.object({
  clusterId: z.string(),
  level: z.enum(['back-up', 'operate', 'ha']),
  accountId: z.string(),
  user: z.string(),
});
export type RaiseInput = z.infer<typeof RaiseInput>;
