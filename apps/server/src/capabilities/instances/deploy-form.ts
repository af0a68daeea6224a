import { z } from 'zod';
import { ClusterName, FixedForm } from './deploy-input.ts';

/** What a person fills in to get a cluster. */
export const DeployForm = z.object({
  name: ClusterName.meta({ title: 'Name', description: 'Lower case letters, digits and hyphens.' }),
  flavor: z.enum(['mysql', 'mariadb']).optional().meta({ title: 'Flavour' }),
  packageId: z
    .string()
    .optional()
    .meta({ title: 'Server package', description: 'Absent = the newest of the flavour.' }),
  version: z.string().optional().meta({ title: 'Version' }),
  topology: z.enum(['single', 'primary-replica']).default('primary-replica').meta({ title: 'Topology' }),
  replicas: z.number().int().min(1).max(8).default(2).meta({ title: 'Replicas' }),
  hostIds: z
    .array(z.string())
    .max(9)
    .optional()
    .meta({ title: 'Hosts', description: 'The first carries the primary. Absent = chosen from the pool.' }),
  port: z.number().int().min(1024).max(65535).default(3306).meta({ title: 'Port' }),
  memoryMib: z
    .number()
    .int()
    .min(256)
    .max(4 * 1024 * 1024)
    .default(1024)
    .meta({ title: 'Memory', description: 'MiB this instance may use on each host.' }),
  environment: z.string().min(1).max(64).default('production').meta({ title: 'Environment' }),
  applicationId: z.string().nullish().meta({ title: 'Application' }),
  fixed: FixedForm.prefault({}).meta({ title: 'Cannot change later' }),
});
export type DeployForm = z.infer<typeof DeployForm>;
