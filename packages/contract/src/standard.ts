import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { FindingGrade } from './finding.ts';
import { StandardKind, StandardRule, StandardRules } from './standard-rule.ts';

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

/** Of a rule on an instance. `unknown`: it could not be seen, which is not the same as right. */
export const ComplianceState = z.enum(['ok', 'differs', 'excepted', 'unknown']);
/**
 * `now`: a ticket changes it in the running server · `restart`: a ticket writes it, a restart makes it so · `pending`: written
 * already, waits for the restart · `by-hand`: no ticket can.
 */
export const Remedy = z.enum(['now', 'restart', 'pending', 'by-hand']);
export type Remedy = z.infer<typeof Remedy>;

export const ComplianceItem = z.object({
  rule: z.string(),
  kind: StandardKind,
  grade: FindingGrade,
  title: Words,
  state: ComplianceState,
  found: z.string(),
  wanted: Words,
  remedy: Remedy.optional(),
  /** Why by hand, or why unknown. */
  because: Words.optional(),
  /** What a ticket would set. */
  set: z.object({ name: z.string(), value: z.string() }).optional(),
  exceptionId: z.string().optional(),
});
export type ComplianceItem = z.infer<typeof ComplianceItem>;

/** The running server against what is kept for its next start, or against the record. */
export const DriftItem = z.object({
  name: z.string(),
  running: z.string(),
  kept: z.string(),
  where: z.enum(['option-file', 'persisted', 'record']),
  remedy: Remedy.optional(),
  set: z.object({ name: z.string(), value: z.string() }).optional(),
});
export type DriftItem = z.infer<typeof DriftItem>;

export const Counts = z.object({
  ok: z.number().int(),
  differs: z.number().int(),
  excepted: z.number().int(),
  unknown: z.number().int(),
  /** The worst grade that differs. */
  worst: FindingGrade.optional(),
});
export type Counts = z.infer<typeof Counts>;
const ByKind = z.partialRecord(StandardKind, Counts);

export const ClusterCompliance = z
  .object({
    clusterId: z.string(),
    name: z.string(),
    environment: z.string(),
    instances: z.number().int(),
    /** Instances judged so far. */
    judged: z.number().int(),
    standardId: z.string().optional(),
    standardName: z.string().optional(),
    version: z.number().int().optional(),
    /** When the oldest of its looks was taken; absent: never looked at. */
    lookedAt: Time.optional(),
    kinds: ByKind,
    total: Counts,
    drift: z.number().int(),
    /** 0 to 100, of what could be seen; absent: nothing was. */
    percent: z.number().int().optional(),
  })
  .meta({ id: 'ClusterCompliance' });
export type ClusterCompliance = z.infer<typeof ClusterCompliance>;

export const InstanceCompliance = z
  .object({
    instanceId: z.string(),
    name: z.string(),
    role: z.enum(['primary', 'replica', 'standalone']),
    standardId: z.string().optional(),
    version: z.number().int().optional(),
    judgedAt: Time.optional(),
    lookedAt: Time.optional(),
    total: Counts,
    /** What is not right; what is right is only counted. */
    items: z.array(ComplianceItem),
    drift: z.array(DriftItem),
  })
  .meta({ id: 'InstanceCompliance' });
export type InstanceCompliance = z.infer<typeof InstanceCompliance>;

export const ComplianceMark = z.object({
  at: Time,
  standardId: z.string(),
  version: z.number().int(),
  ok: z.number().int(),
  differs: z.number().int(),
  excepted: z.number().int(),
  unknown: z.number().int(),
  drift: z.number().int(),
});

export const listCompliance = endpoint({
  id: 'compliance.list',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/compliance',
  summary: 'Clusters against their standards, by kind of rule',
  query: PageQuery.extend({
    environment: z.string().max(64).optional(),
    state: z.enum(['all', 'differs', 'drift', 'unseen']).default('all'),
  }),
  response: pageOf(ClusterCompliance).extend({ total: Counts.extend({ clusters: z.number().int() }) }),
});
export const getClusterCompliance = endpoint({
  id: 'compliance.cluster',
  method: 'GET',
  path: '/api/compliance/clusters/:clusterId',
  summary: 'A cluster against its standard: what differs on each instance, and what would bring it back',
  params: z.object({ clusterId: z.string() }),
  response: z.object({
    cluster: ClusterCompliance,
    instances: z.array(InstanceCompliance),
    /** Oldest first. */
    history: z.array(ComplianceMark),
    /** One ticket a list: what a change of parameters would set, on the whole cluster or on one instance. */
    back: z.array(
      z.object({
        clusterId: z.string().optional(),
        instanceId: z.string().optional(),
        name: z.string(),
        settings: z.array(z.string()),
        /** How many of them wait for a restart. */
        restart: z.number().int(),
      }),
    ),
    abilities: z.object({ check: Ability, except: Ability, change: Ability }),
  }),
  problems: ['CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
export const listDrift = endpoint({
  id: 'compliance.drift',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/compliance/drift',
  summary: 'Where running servers and what is kept for their next start disagree',
  query: z.object({ environment: z.string().max(64).optional() }),
  response: z.object({
    items: z.array(
      DriftItem.extend({
        instanceId: z.string(),
        instance: z.string(),
        clusterId: z.string(),
        cluster: z.string(),
        seenAt: Time,
      }),
    ),
    more: z.boolean(),
  }),
  problems: ['NOT_AN_OPERATOR'],
});
export const checkCompliance = endpoint({
  id: 'compliance.check',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/compliance/checks',
  summary: 'Look at clusters afresh and judge them; none given: all that run',
  body: z.strictObject({ clusterIds: z.array(Id).max(500).default([]) }),
  response: z.object({ taskId: z.string() }),
  problems: ['CLUSTER_NOT_FOUND', 'NOT_AN_OPERATOR'],
});

export const ExceptionScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('environment'), id: z.string().trim().min(1).max(64) }),
  z.strictObject({ kind: z.literal('cluster'), id: Id }),
  z.strictObject({ kind: z.literal('instance'), id: Id }),
]);
export type ExceptionScope = z.infer<typeof ExceptionScope>;

/** A rule that need not hold somewhere, for a while; past its end it counts again. */
export const StandardException = z
  .object({
    id: z.string(),
    rule: z.string(),
    scope: ExceptionScope,
    scopeName: z.string(),
    owner: z.string(),
    reason: z.string(),
    by: z.string(),
    createdAt: Time,
    until: Time,
    state: z.enum(['open', 'over', 'ended']),
    endedAt: Time.optional(),
    endedBy: z.string().optional(),
    abilities: z.object({ end: Ability }),
  })
  .meta({ id: 'StandardException' });
export type StandardException = z.infer<typeof StandardException>;

export const listStandardExceptions = endpoint({
  id: 'standard-exception.list',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/standard-exceptions',
  summary: 'Exceptions, newest first',
  query: PageQuery.extend({
    state: z.enum(['open', 'over', 'all']).default('all'),
    rule: z.string().max(60).optional(),
  }),
  response: pageOf(StandardException),
});
export const addStandardException = endpoint({
  id: 'standard-exception.add',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/standard-exceptions',
  summary: 'Let a rule not hold somewhere, with owner, reason and end',
  body: z.strictObject({
    rule: z.string().trim().min(3).max(60),
    scope: ExceptionScope,
    owner: z.string().trim().min(1).max(100),
    reason: z.string().trim().min(3).max(500),
    until: Time,
  }),
  response: StandardException,
  problems: [
    'STANDARD_RULE_UNKNOWN',
    'EXCEPTION_EXISTS',
    'EXCEPTION_END',
    'CLUSTER_NOT_FOUND',
    'INSTANCE_NOT_FOUND',
    'NOT_AN_OPERATOR',
  ],
});
export const endStandardException = endpoint({
  id: 'standard-exception.end',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/standard-exceptions/:exceptionId',
  summary: 'End an exception now; it stays in the list',
  params: z.object({ exceptionId: z.string() }),
  response: StandardException,
  problems: ['EXCEPTION_NOT_FOUND', 'EXCEPTION_ENDED', 'NOT_AN_OPERATOR'],
});
