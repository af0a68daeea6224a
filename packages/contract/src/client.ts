import type { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';

/** Thrown when the platform answers with a problem: what is wrong, in both languages, and the next move. */
export class ProblemAnswer extends Error {
  readonly problem: Problem;
  readonly status: number;
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.words.en}`);
    this.name = 'ProblemAnswer';
    this.problem = problem;
    this.status = problem.status;
  }
}

/** Thrown when no answer came at all (refused, cut, not resolvable); `cause` is what `fetch` threw. */
export class NoAnswer extends Error {
  constructor(url: string, cause: unknown) {
    super(`no answer from ${url}`, { cause });
    this.name = 'NoAnswer';
  }
}

type Parts<E> = E extends Endpoint<infer P, infer Q, infer B, infer R> ? { p: P; q: Q; b: B; r: R } : never;
type Given<K extends string, S> = S extends z.ZodType
  ? Record<never, never> extends z.input<S>
    ? { readonly [N in K]?: z.input<S> }
    : { readonly [N in K]: z.input<S> }
  : never;

/** What a call of this endpoint is given: parameters, query and body where it has them. */
export type CallInput<E extends Endpoint> = Given<'params', Parts<E>['p']> &
  Given<'query', Parts<E>['q']> &
  Given<'body', Parts<E>['b']> & {
    /** Same key, same effect: a write repeated after a lost answer is done once. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** What this endpoint answers. */
export type Answer<E extends Endpoint> = z.output<Parts<E>['r'] & z.ZodType>;

export interface ClientOptions {
  /** `''` in a browser (same origin), else `http://host:port` without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  /** Sent with every call, e.g. `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  /** @throws ProblemAnswer with the platform's problem, NoAnswer when none came. */
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<E>>;
}

interface LooseInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** The address of a call: parameters filled in, query attached; undefined and null are left out. */
export function urlOf(endpoint: Pick<Endpoint, 'path'>, input: Pick<LooseInput, 'params' | 'query'>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = input.params?.[name];
    if (value === undefined || value === null || value === '') throw new Error(`${endpoint.path}: ${name} is missing`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined && value !== null) query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Something between us and the platform answered in its place (a proxy, a wrong port): said as a problem too. */
function strangeAnswer(status: number): Problem {
  return {
    type: 'about:blank',
    code: 'STRANGE_ANSWER',
    status,
    title: 'Strange answer',
    words: {
      en: `The address answered with status ${status}, but not in the platform's own words.`,
      zh: `该地址返回了状态 ${status}，但内容不是平台的应答。`,
    },
    next: {
      en: 'Check the address, and what stands between you and the platform.',
      zh: '请检查地址，以及您与平台之间的代理。',
    },
  };
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A kept connection ended as it was used, as when the server was started anew: what may be asked twice is asked once more, as
 * browsers do by themselves (RFC 9110, 9.2.2).
 */
const isCut = (error: unknown): boolean => {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return cause?.code === 'ECONNRESET' || cause?.code === 'UND_ERR_SOCKET' || cause?.code === 'EPIPE';
};

/** A typed caller of the platform's API, for the console, the command line and programs. */
export function createClient({ baseUrl, fetch: send = globalThis.fetch, headers = {} }: ClientOptions): Client {
  return {
    async call(endpoint, input) {
      const { params, query, body, idempotencyKey, signal } = input as LooseInput;
      const url = baseUrl + urlOf(endpoint, { ...(params && { params }), ...(query && { query }) });
      const ask = async () => {
        const response = await send(url, {
          method: endpoint.method,
          headers: {
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(signal ? { signal } : {}),
        });
        return { response, json: await readJson(response) };
      };
      const mayAskAgain = endpoint.method === 'GET' || idempotencyKey !== undefined;
      const { response, json } = await ask()
        .catch((error: unknown) => {
          if (signal?.aborted || !mayAskAgain || !isCut(error)) throw error;
          return ask();
        })
        .catch((error: unknown) => {
          throw signal?.aborted ? error : new NoAnswer(url, error);
        });
      if (!response.ok) {
        const problem = Problem.safeParse(json);
        throw new ProblemAnswer(problem.success ? problem.data : strangeAnswer(response.status));
      }
      const answer = endpoint.response.safeParse(json);
      if (!answer.success) throw new ProblemAnswer(strangeAnswer(response.status));
      return answer.data as Answer<typeof endpoint>;
    },
  };
}
