import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { GivenTime, line, text } from './text.ts';

export { findingProblems } from './finding-problems.ts';

export const FindingGrade = z.enum(['info', 'warn', 'bad']);
export type FindingGrade = z.infer<typeof FindingGrade>;

export const FindingEntity = z.enum(['host', 'instance', 'cluster', 'application']);
export type FindingEntity = z.infer<typeof FindingEntity>;

/** While it holds, the finding stays in the list and counts no longer. */
export const FindingMute = z
  .object({ reason: z.string(), by: z.string(), since: Time, until: Time })
  .meta({ id: 'FindingMute' });

/** What the platform holds to be wrong with one thing, with its age. */
export const FindingView = z
  .object({
    id: z.string(),
    code: z.string(),
    grade: FindingGrade,
    entity: FindingEntity,
    entityId: z.string(),
    /** As people call it; absent where it is gone. */
    entityName: z.string().optional(),
    /** The cluster it belongs to, where it has one. */
    clusterId: z.string().optional(),
    clusterName: z.string().optional(),
    /** Which part of the thing, e.g. a parameter; '' where the code says it all. */
    about: z.string(),
    words: Words,
    next: Words.optional(),
    /** The runbook's note: what it costs, what to know before mending it. */
    note: Words.optional(),
    /** Address of a runbook page. */
    runbook: z.string().optional(),
    /** Who found it: `sweep`, `portrait` … */
    source: z.string(),
    evidence: z.record(z.string(), z.unknown()),
    firstSeenAt: Time,
    lastSeenAt: Time,
    closedAt: Time.optional(),
    /** How often it has been opened. */
    times: z.number().int(),
    owner: z.string().optional(),
    mute: FindingMute.optional(),
    /** The ticket that would bring reality back to the record. */
    bringBack: z.object({ ticketKind: z.string(), form: z.record(z.string(), z.unknown()) }).optional(),
    abilities: z.object({ mute: Ability, assign: Ability, accept: Ability }),
  })
  .meta({ id: 'Finding' });
export type FindingView = z.infer<typeof FindingView>;

/** `opened`, `closed`, `changed` by whoever looked; the others by a person. */
export const FindingChange = z
  .object({
    id: z.string(),
    at: Time,
    what: z.enum(['opened', 'closed', 'changed', 'muted', 'unmuted', 'assigned', 'accepted']),
    by: z.string(),
    /** A reason, an owner, what the evidence was. */
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'FindingChange' });
export type FindingChange = z.infer<typeof FindingChange>;

const Filter = z.object({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  muted: z.enum(['no', 'only', 'with']).default('with'),
  grade: FindingGrade.optional(),
  code: z.string().max(100).optional(),
  entity: FindingEntity.optional(),
  entityId: z.string().max(40).optional(),
  clusterId: z.string().max(40).optional(),
  /** Of the application itself, and of its clusters and their instances. */
  applicationId: z.string().max(40).optional(),
  owner: z.string().max(100).optional(),
  /** Has somebody taken it? */
  owned: z.enum(['yes', 'no']).optional(),
  source: z.string().max(40).optional(),
});
export type FindingFilter = z.output<typeof Filter>;

const findingParams = z.object({ findingId: z.string() });

export const listFindings = endpoint({
  id: 'finding.list',
  scope: 'within',
  method: 'GET',
  path: '/api/findings',
  summary: 'Findings, those opened last first',
  query: Filter.extend(PageQuery.shape),
  response: pageOf(FindingView),
});
export const countFindings = endpoint({
  id: 'finding.counts',
  scope: 'within',
  method: 'GET',
  path: '/api/findings/counts',
  summary: 'Open findings by grade and code, muted ones apart',
  query: Filter.pick({
    ...{ code: true, entity: true, entityId: true, clusterId: true, applicationId: true },
    ...{ owner: true, owned: true, source: true },
  }),
  response: z.object({
    bad: z.number().int(),
    warn: z.number().int(),
    info: z.number().int(),
    muted: z.number().int(),
    codes: z.array(z.object({ code: z.string(), grade: FindingGrade, count: z.number().int() })),
  }),
});
export const listFindingKinds = endpoint({
  id: 'finding.kinds',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/finding-kinds',
  summary: 'Everything that can be found, with its words and what to do',
  response: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        grade: FindingGrade,
        words: Words,
        next: Words.optional(),
        note: Words.optional(),
        runbook: z.string().optional(),
      }),
    ),
  }),
});
export const getFinding = endpoint({
  id: 'finding.get',
  method: 'GET',
  path: '/api/findings/:findingId',
  summary: 'One finding',
  params: findingParams,
  response: FindingView,
  problems: ['FINDING_NOT_FOUND'],
});
export const listFindingChanges = endpoint({
  id: 'finding.changes',
  method: 'GET',
  path: '/api/findings/:findingId/changes',
  summary: 'What became of a finding, newest first',
  params: findingParams,
  query: PageQuery,
  response: pageOf(FindingChange),
  problems: ['FINDING_NOT_FOUND'],
});
export const muteFinding = endpoint({
  id: 'finding.mute',
  method: 'PUT',
  path: '/api/findings/:findingId/mute',
  summary: 'Mute with reason, end and who looks after it meanwhile; null ends it',
  params: findingParams,
  body: z.object({
    mute: z
      .object({
        reason: text(500).min(1),
        until: GivenTime,
        /** Becomes the owner; absent: the one it has. */
        owner: line(100).optional(),
      })
      .nullable(),
  }),
  response: FindingView,
  problems: ['FINDING_NOT_FOUND', 'NOT_AN_OPERATOR', 'FINDING_MUTE_END'],
});
export const assignFinding = endpoint({
  id: 'finding.assign',
  method: 'PUT',
  path: '/api/findings/:findingId/owner',
  summary: 'Say who takes care of it; null: nobody',
  params: findingParams,
  body: z.object({ owner: line(100).nullable() }),
  response: FindingView,
  problems: ['FINDING_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
export const acceptFinding = endpoint({
  id: 'finding.accept',
  method: 'POST',
  path: '/api/findings/:findingId/accept',
  summary: 'Accept reality: the record is changed to what was found',
  params: findingParams,
  response: FindingView,
  problems: ['FINDING_NOT_FOUND', 'NOT_AN_OPERATOR', 'FINDING_CLOSED', 'FINDING_NOT_ACCEPTABLE', 'FINDING_CHANGED'],
});
