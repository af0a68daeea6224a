import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { FindingGrade } from './finding.ts';
import { StandardKind } from './standard-rule.ts';

const Id = z.string().min(1).max(40);

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
  scope: 'within',
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
