import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time } from './endpoint.ts';

const Id = z.string().min(1).max(40);

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
