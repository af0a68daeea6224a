import { z } from 'zod';

/** A sentence people read, in both languages. */
export const Words = z.object({ en: z.string(), zh: z.string() });
export type Words = z.infer<typeof Words>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type AccessRule = 'public' | 'signed-in';

/**
 * Where a caller's rights must lie (see docs/concepts/roles.md).
 * `thing`: on the one thing the path names; who does not see it gets the answer of one that does not exist. What a path names a
 * thing by (`:clusterId` …, see `thingParameter`) is so by itself.
 * `within`: it lists, or acts on, several things; its slice keeps to those the caller sees.
 * `catalogue`: it says nothing about any one thing of the fleet. `own`: it is about the caller alone.
 * `everywhere`: a role on everything. What says nothing is so, and the house is red until it says it.
 */
export type ScopeRule = 'thing' | 'within' | 'catalogue' | 'own' | 'everywhere';

/** Things a right can reach, by the name a path has for each. */
const thingParameters = {
  applicationId: 'application',
  clusterId: 'cluster',
  findingId: 'finding',
  hostId: 'host',
  instanceId: 'instance',
  taskId: 'task',
  ticketId: 'ticket',
} as const;

/** What the path is about: its first parameter that names a thing; `/:dimension/:id` names one of the four dimensions. */
export function thingParameter(path: string): { readonly parameter: string; readonly thing?: string } | undefined {
  if (path.includes('/:dimension/:id')) return { parameter: 'id' };
  for (const [, parameter = ''] of path.matchAll(/:(\w+)/g))
    for (const [name, thing] of Object.entries(thingParameters)) if (name === parameter) return { parameter, thing };
  return undefined;
}

/**
 * One HTTP endpoint as data: the server serves it, OpenAPI describes it, the console and the CLI call it, all from this value.
 * `path` uses `:name` parameters and begins with `/api/`.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Access extends AccessRule = AccessRule,
> {
  /** operationId: `<noun>.<verb>`. */
  readonly id: string;
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
  /** `public`: no sign-in needed. Default: any signed-in actor; finer rules live in the slice's policy. */
  readonly access: Access;
  /** True for every method but GET, unless said otherwise: a preview posts and changes nothing. Each call that writes leaves an audit row. */
  readonly writes: boolean;
  /** undefined: nobody has said; served as `everywhere`. */
  readonly scope?: ScopeRule | undefined;
  /** Problem codes this endpoint may answer with, besides the general ones. */
  readonly problems: readonly string[];
  /** Bytes a body may have, where that is more than everywhere else. */
  readonly bodyLimitBytes?: number;
}

const nothing = z.object({});
type Nothing = typeof nothing;

export function endpoint<
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  Response extends z.ZodType = Nothing,
  const Access extends AccessRule = 'signed-in',
>(definition: {
  id: string;
  method: Method;
  path: `/api/${string}`;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
  access?: Access;
  writes?: boolean;
  scope?: ScopeRule;
  problems?: readonly string[];
  bodyLimitBytes?: number;
}): Endpoint<Params, Query, Body, Response, Access> {
  return {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: nothing as unknown as Body,
    access: 'signed-in' as Access,
    writes: definition.method !== 'GET',
    ...(thingParameter(definition.path) ? { scope: 'thing' as const } : {}),
    problems: [],
    ...definition,
  };
}

/** Cursor paging: ask with `?limit&cursor`, get `next` (absent on the last page). */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().optional() });

/** What may be done with a resource, and if not, why: the same function answers the button and the guard. */
export const Ability = z.object({ allowed: z.boolean(), because: z.string().optional(), words: Words.optional() });
export type Ability = z.infer<typeof Ability>;

/** Milliseconds since 1970-01-01 UTC. */
export const Time = z.number().int().nonnegative();
