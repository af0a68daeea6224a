import { z } from 'zod';
import { endpoint, PageQuery, pageOf, Time } from './endpoint.ts';
import { InstanceAccount } from './instance-contents.ts';

const PlaceOfInstance = {
  instanceId: z.string(),
  instance: z.string(),
  clusterId: z.string(),
  cluster: z.string(),
  applicationId: z.string().nullable(),
  application: z.string().nullable(),
  /** When the last deep look saw it. */
  seenAt: Time,
};
const Within = { clusterId: z.string().max(40).optional(), applicationId: z.string().max(40).optional() };
const problems = ['NOT_AN_OPERATOR'];

export const FleetAccount = z
  .object({
    ...{ id: z.string(), ...PlaceOfInstance, ...InstanceAccount.omit({ purpose: true }).shape },
    /** It has grants on more schemas than are told here. */
    moreSchemas: z.boolean(),
  })
  .meta({ id: 'FleetAccount' });
export type FleetAccount = z.infer<typeof FleetAccount>;

export const listFleetAccounts = endpoint({
  id: 'dictionary.accounts',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/accounts',
  summary: 'Accounts of every instance one operates, with their grants, by user@host, from the last deep looks',
  query: PageQuery.extend({
    /** A user, or `user@host`; in exact case. */
    name: z.string().max(100).optional(),
    match: z.enum(['prefix', 'exact']).default('prefix'),
    ...Within,
  }),
  response: pageOf(FleetAccount),
  problems,
});

const ParameterName = z.string().trim().min(1).max(100);

/** A long value is cut at 490 characters. */
export const FleetParameter = z
  .object({ ...PlaceOfInstance, name: z.string(), value: z.string() })
  .meta({ id: 'FleetParameter' });
export type FleetParameter = z.infer<typeof FleetParameter>;

export const listFleetParameters = endpoint({
  id: 'dictionary.parameters',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/parameters',
  summary: 'What one parameter is on every instance one operates, by instance, from the last deep looks',
  query: PageQuery.extend({ name: ParameterName, value: z.string().max(500).optional(), ...Within }),
  response: pageOf(FleetParameter),
  problems,
});

export const listParameterValues = endpoint({
  id: 'dictionary.parameter-values',
  scope: 'within',
  method: 'GET',
  path: '/api/dictionary/parameter-values',
  summary: 'The values of one parameter, and how many instances one operates have each; the 100 commonest',
  query: z.object({ name: ParameterName, ...Within }),
  response: z.object({
    items: z.array(z.object({ value: z.string(), instances: z.number().int() })),
    more: z.boolean(),
  }),
  problems,
});

export const listParameterNames = endpoint({
  id: 'dictionary.parameter-names',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/dictionary/parameter-names',
  summary: 'Names of parameters that begin so, of every release series ever looked at; at most 50',
  query: z.object({ search: z.string().trim().max(100).default('') }),
  response: z.object({ items: z.array(z.string()) }),
  problems,
});
