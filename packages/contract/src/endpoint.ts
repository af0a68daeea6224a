import { z } from 'zod';

/** A sentence people read, in both languages. */
export const Words = z.object({ en: z.string(), zh: z.string() });
export type Words = z.infer<typeof Words>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type AccessRule = 'public' | 'signed-in';

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
  /** Problem codes this endpoint may answer with, besides the general ones. */
  readonly problems: readonly string[];
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
  problems?: readonly string[];
}): Endpoint<Params, Query, Body, Response, Access> {
  return {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: nothing as unknown as Body,
    access: 'signed-in' as Access,
    writes: definition.method !== 'GET',
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
