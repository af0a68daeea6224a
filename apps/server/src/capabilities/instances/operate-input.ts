import { z } from 'zod';

/** A whole cluster, or one instance of it. */
export const OperateForm = z
  .object({
    clusterId: z.string().optional().meta({ title: 'Cluster' }),
    instanceId: z
      .string()
      .optional()
      .meta({ title: 'Instance', description: 'Only this one instead of the whole cluster.' }),
  })
  .refine(({ clusterId, instanceId }) => (clusterId === undefined) !== (instanceId === undefined), {
    message: 'Name a cluster or an instance, not both.',
    path: ['clusterId'],
  });

export const StopForm = z
  .object({
    clusterId: z.string().optional().meta({ title: 'Cluster' }),
    instanceId: z
      .string()
      .optional()
      .meta({ title: 'Instance', description: 'Only this one instead of the whole cluster.' }),
    force: z.boolean().default(false).meta({
      title: 'Even so',
      description: 'Go on although it serves clients or has replicas. Waiting commits refuse it all the same.',
    }),
  })
  .refine(({ clusterId, instanceId }) => (clusterId === undefined) !== (instanceId === undefined), {
    message: 'Name a cluster or an instance, not both.',
    path: ['clusterId'],
  });

/** Of the tasks: the cluster is always named, since it is what is locked. */
export const OperateInput = z.object({ clusterId: z.string(), instanceId: z.string().optional(), force: z.boolean() });
export type OperateInput = z.infer<typeof OperateInput>;
