import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { lineOrNone, shaped, text } from './text.ts';

/** Of an environment, a zone, a specification. */
export const CatalogueName = shaped(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, {
  en: 'must have 1 to 64 letters, digits, “.”, “_” and “-”, and begin with a letter or a digit',
  zh: '应为 1 至 64 个字母、数字、“.”、“_”或“-”，以字母或数字开头',
});
const Name = CatalogueName;
const Amount = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const operator = ['NOT_AN_OPERATOR'] as const;

// Environments, zones, specifications.

/** `described: false`: something uses the name, and nobody has said yet what it is. */
const used = { described: z.boolean(), uses: z.number().int() };
export const EnvironmentView = z
  .object({ name: z.string(), production: z.boolean(), description: z.string(), ...used })
  .meta({ id: 'Environment' });
export const ZoneView = z
  .object({ name: z.string(), region: z.string(), description: z.string(), ...used })
  .meta({ id: 'Zone' });
export const SpecificationView = z
  .object({ name: z.string(), cpus: Amount, memoryBytes: Amount, diskBytes: Amount, description: z.string(), ...used })
  .meta({ id: 'Specification' });

const params = z.object({ name: Name });
const description = text(500).default('');
const gone = ['CATALOGUE_ROW_NOT_FOUND', 'CATALOGUE_ROW_IN_USE', ...operator] as const;

export const listEnvironments = endpoint({
  id: 'environment.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/environments',
  summary: 'Environments, also those in use that nobody described',
  response: z.object({ items: z.array(EnvironmentView) }),
});
export const describeEnvironment = endpoint({
  id: 'environment.describe',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/environments/:name',
  summary: 'Add or change an environment',
  params,
  body: z.object({ production: z.boolean().default(false), description }),
  response: EnvironmentView,
  problems: [...operator],
});
export const removeEnvironment = endpoint({
  id: 'environment.remove',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/environments/:name',
  summary: 'Remove an environment no cluster and no quota names',
  params,
  response: z.object({}),
  problems: [...gone],
});
export const listZones = endpoint({
  id: 'zone.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/zones',
  summary: 'Zones, also those in use that nobody described',
  response: z.object({ items: z.array(ZoneView) }),
});
export const describeZone = endpoint({
  id: 'zone.describe',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/zones/:name',
  summary: 'Add or change a zone',
  params,
  body: z.object({ region: lineOrNone(64).default(''), description }),
  response: ZoneView,
  problems: [...operator],
});
export const removeZone = endpoint({
  id: 'zone.remove',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/zones/:name',
  summary: 'Remove a zone no host lies in',
  params,
  response: z.object({}),
  problems: [...gone],
});
export const listSpecifications = endpoint({
  id: 'specification.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/specifications',
  summary: 'Named sizes of an instance: CPU, memory, disk',
  response: z.object({ items: z.array(SpecificationView) }),
});
export const describeSpecification = endpoint({
  id: 'specification.describe',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/specifications/:name',
  summary: 'Add or change a named size',
  params,
  body: z.object({ cpus: Amount.min(1), memoryBytes: Amount.min(1), diskBytes: Amount.min(1), description }),
  response: SpecificationView,
  problems: [...operator],
});
export const removeSpecification = endpoint({
  id: 'specification.remove',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/specifications/:name',
  summary: 'Remove a named size no cluster has',
  params,
  response: z.object({}),
  problems: [...gone],
});

// Quota.

/** null: not limited. */
const Limits = z.object({
  instances: Amount.nullable(),
  memoryBytes: Amount.nullable(),
  diskBytes: Amount.nullable(),
});
export const QuotaView = z
  .object({
    applicationId: z.string(),
    application: z.string(),
    environment: z.string(),
    /** Absent: used, and nobody set a quota. */
    allowed: Limits.optional(),
    used: z.object({
      instances: z.number().int(),
      memoryBytes: z.number(),
      diskBytes: z.number(),
      /** Instances of clusters without a specification: their memory and disk are not in the sums. */
      withoutSpecification: z.number().int(),
    }),
    exceeded: z.array(z.enum(['instances', 'memoryBytes', 'diskBytes'])),
  })
  .meta({ id: 'Quota' });
export const listQuotas = endpoint({
  id: 'quota.list',
  scope: 'within',
  method: 'GET',
  path: '/api/quotas',
  summary: 'What each application may use in each environment, and what it uses',
  query: PageQuery.extend({ applicationId: z.string().optional() }),
  response: pageOf(QuotaView),
});
const quotaParams = z.object({ applicationId: z.string(), environment: Name });
export const setQuota = endpoint({
  id: 'quota.set',
  method: 'PUT',
  path: '/api/applications/:applicationId/quotas/:environment',
  summary: 'Set what an application may use in an environment; null is no limit',
  params: quotaParams,
  body: Limits,
  response: QuotaView,
  problems: ['APPLICATION_NOT_FOUND', ...operator],
});
export const removeQuota = endpoint({
  id: 'quota.remove',
  method: 'DELETE',
  path: '/api/applications/:applicationId/quotas/:environment',
  summary: 'Take a quota away: no limit any more',
  params: quotaParams,
  response: z.object({}),
  problems: ['APPLICATION_NOT_FOUND', 'QUOTA_NOT_FOUND', ...operator],
});
