import { z } from 'zod';
import { Ability, endpoint, Time } from './endpoint.ts';
import { StandardRule, StandardRules } from './standard-rule.ts';

export * from './compliance.ts';
export * from './standard-exception.ts';
export { standardProblems } from './standard-problems.ts';
export * from './standard-rule.ts';

const Name = z.string().trim().min(1).max(60);
const Note = z.string().trim().min(1).max(500);
const Id = z.string().min(1).max(40);

export const StandardVersion = z.object({
  version: z.number().int(),
  note: z.string(),
  publishedAt: Time,
  /** A person; absent: came with the platform. */
  publishedBy: z.string().optional(),
  rules: z.number().int(),
});

/** Who follows which: a cluster before its environment before everybody. */
export const StandardScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('environment'), id: z.string().trim().min(1).max(64) }),
  z.strictObject({ kind: z.literal('cluster'), id: Id }),
]);
export type StandardScope = z.infer<typeof StandardScope>;
export const StandardUse = z.object({
  scope: StandardScope,
  /** Of a cluster. */
  scopeName: z.string().optional(),
  standardId: z.string(),
  /** Absent: always the newest. */
  version: z.number().int().optional(),
  by: z.string(),
  at: Time,
});
export type StandardUse = z.infer<typeof StandardUse>;

export const StandardView = z
  .object({
    id: z.string(),
    name: z.string(),
    createdAt: Time,
    /** Newest first. */
    versions: z.array(StandardVersion),
    abilities: z.object({ publish: Ability }),
  })
  .meta({ id: 'Standard' });
export type StandardView = z.infer<typeof StandardView>;

const standardParams = z.object({ standardId: z.string() });
const versionParams = z.object({ standardId: z.string(), version: z.coerce.number().int().min(1) });

export const listStandards = endpoint({
  id: 'standard.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/standards',
  summary: 'Standards with their versions, and who follows which',
  response: z.object({ items: z.array(StandardView), uses: z.array(StandardUse), create: Ability }),
});
export const getStandardVersion = endpoint({
  id: 'standard.version',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/standards/:standardId/versions/:version',
  summary: 'The rules of one version',
  params: versionParams,
  response: z.object({
    standardId: z.string(),
    name: z.string(),
    version: StandardVersion,
    rules: z.array(StandardRule),
  }),
  problems: ['STANDARD_NOT_FOUND', 'STANDARD_VERSION_NOT_FOUND'],
});
export const createStandard = endpoint({
  id: 'standard.create',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/standards',
  summary: 'A standard of your own, with its first version',
  body: z.strictObject({ name: Name, note: Note, rules: StandardRules }),
  response: StandardView,
  problems: ['STANDARD_NAME_TAKEN', 'NOT_AN_OPERATOR'],
});
export const publishStandard = endpoint({
  id: 'standard.publish',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/standards/:standardId/versions',
  summary: 'Publish a new version; the older ones stay',
  params: standardParams,
  body: z.strictObject({ from: z.number().int().min(1), note: Note, rules: StandardRules }),
  response: StandardView,
  problems: ['STANDARD_NOT_FOUND', 'STANDARD_MOVED_ON', 'NOT_AN_OPERATOR'],
});
export const useStandard = endpoint({
  id: 'standard.use',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/standard-uses',
  summary: 'Say which standard a cluster, an environment or everybody follows; null: what stands above holds',
  body: z.strictObject({
    scope: StandardScope,
    use: z.strictObject({ standardId: Id, version: z.number().int().min(1).optional() }).nullable(),
  }),
  response: z.object({ uses: z.array(StandardUse) }),
  problems: ['STANDARD_NOT_FOUND', 'STANDARD_VERSION_NOT_FOUND', 'CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
