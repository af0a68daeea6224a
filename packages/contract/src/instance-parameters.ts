import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';

const instanceParams = z.object({ instanceId: z.string() });

export const ParameterView = z
  .object({
    name: z.string(),
    value: z.string(),
    /** In the server's words: `compiled`, `global`, `persisted`, `dynamic`, `command_line`, `config`, `sql` …; '' = not said. */
    source: z.string(),
    /** The option file it came from. */
    path: z.string().optional(),
    setBy: z.string().optional(),
    setAt: Time.optional(),
    compiled: z.string().optional(),
    /** What stands in mysqld-auto.cnf. */
    persisted: z.string().optional(),
    /** What stands in the option file. */
    inFile: z.string().optional(),
    /** What the cluster was made with, and must keep. */
    recorded: z.string().optional(),
    /** The next start would run another value than this. */
    differs: z.enum(['from-file', 'from-persisted', 'from-record']).optional(),
  })
  .meta({ id: 'Parameter' });
export type ParameterView = z.infer<typeof ParameterView>;

export const InstanceParameters = z
  .object({
    instanceId: z.string(),
    /** When the values were read. */
    at: Time,
    /** `remembered`: the server does not answer; this is the last deep look. `none`: neither answers. */
    from: z.enum(['server', 'remembered', 'none']),
    because: Words.optional(),
    items: z.array(ParameterView),
    /** Why it is not known where values come from. */
    originsBecause: Words.optional(),
    files: z.array(z.string()),
    /** Why the option file was not read. */
    filesBecause: Words.optional(),
  })
  .meta({ id: 'InstanceParameters' });
export type InstanceParameters = z.infer<typeof InstanceParameters>;

export const getInstanceParameters = endpoint({
  id: 'instance.parameters',
  method: 'GET',
  path: '/api/instances/:instanceId/parameters',
  summary: 'Every parameter: what runs, where it comes from, what the next start would take',
  params: instanceParams,
  response: InstanceParameters,
  problems: ['INSTANCE_NOT_FOUND', 'NOT_AN_OPERATOR'],
});

export const ParameterDifference = z
  .object({
    name: z.string(),
    /** null: this server knows no such parameter. */
    one: z.string().nullable(),
    other: z.string().nullable(),
    /** Differs between any two servers: names, numbers, paths, positions. */
    natural: z.boolean(),
    /** Alike as far as both are shown; they differ after that. */
    tail: z.boolean().optional(),
  })
  .meta({ id: 'ParameterDifference' });
export type ParameterDifference = z.infer<typeof ParameterDifference>;

const Side = z.object({
  instanceId: z.string(),
  name: z.string(),
  version: z.string(),
  at: Time,
  from: z.enum(['server', 'remembered', 'none']),
  because: Words.optional(),
});
export const compareInstanceParameters = endpoint({
  id: 'instance.compare-parameters',
  method: 'GET',
  path: '/api/instances/:instanceId/parameters/compare',
  summary: 'Parameters of two instances side by side, only what differs',
  params: instanceParams,
  query: z.object({ with: z.string().min(1).max(64) }),
  response: z.object({
    one: Side,
    other: Side,
    /** Parameters both have and both agree on. */
    same: z.number().int(),
    items: z.array(ParameterDifference),
  }),
  problems: ['INSTANCE_NOT_FOUND', 'NOT_AN_OPERATOR'],
});
