import type { AccessRule, Endpoint } from '@myriad/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../policy/decision.ts';
import type { NoteAudit } from './audit.ts';
import { credentialOf, requireOwnOrigin, type SessionCookie, sessionCookie } from './credentials.ts';
import type { Http } from './http.ts';
import { claimKey, freeKey, keepAnswer, leaveKey } from './idempotency.ts';
import { foreseen, parseInput, problemOf } from './problem-answer.ts';
import { ProblemError } from './problem-error.ts';

/** What a handler gets: parsed input, who calls, and the pen of the audit log. */
export interface Call<Params, Query, Body, Access extends AccessRule> {
  readonly actor: Access extends 'signed-in' ? Actor : Actor | undefined;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly requestId: string;
  /** Network address of the caller. */
  readonly address: string;
  readonly session: SessionCookie;
  readonly audit: NoteAudit;
  /** Names what the call is about (`<noun>/<id>`) for its audit row, also when it ends refused. */
  readonly about: (resource: string) => void;
}

type Pens = Pick<Call<unknown, unknown, unknown, AccessRule>, 'audit' | 'about'>;

export type Handler<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends AccessRule,
> = (call: Call<z.output<P>, z.output<Q>, z.output<B>, A>) => Promise<z.input<R>>;

/**
 * Serves one endpoint of the contract: who calls, origin, input (all faults at once), idempotency key, audit row, handler,
 * answer cut to its schema. Fields the response schema does not name never leave.
 */
export function serveEndpoint<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  A extends AccessRule,
>(http: Http, endpoint: Endpoint<P, Q, B, R, A>, handler: Handler<P, Q, B, R, A>): void {
  const unknown = endpoint.problems.filter((code) => !http.problems[code]);
  if (unknown.length > 0) throw new Error(`${endpoint.id} names problems without words: ${unknown.join(', ')}`);
  http.endpoints.push(endpoint);
  // The schemas gave `call` its types; past this line the pipeline treats every endpoint alike.
  const act = handler as (call: Call<unknown, unknown, unknown, AccessRule>) => Promise<unknown>;
  http.app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.bodyLimitBytes === undefined ? {} : largeBody(http, endpoint, endpoint.bodyLimitBytes)),
    handler: (request, reply) => answer(http, endpoint, act, request, reply),
  });
}

/** A large body is read only of those who may call at all. */
const largeBody = (http: Http, endpoint: Pick<Endpoint, 'access'>, bodyLimit: number) => ({
  bodyLimit,
  onRequest: async (request: FastifyRequest) => {
    await whoCalls(http, endpoint, request);
  },
});

async function answer(
  http: Http,
  endpoint: Endpoint,
  act: (call: Call<unknown, unknown, unknown, AccessRule>) => Promise<unknown>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const caller = await whoCalls(http, endpoint, request);
  if (endpoint.method !== 'GET') requireOwnOrigin(request, http.options);
  const input = parseInput({
    params: { schema: endpoint.params, value: request.params ?? {} },
    query: { schema: endpoint.query, value: request.query ?? {} },
    body: { schema: endpoint.body, value: request.body ?? {} },
  });
  const stands = () => caller && standing(http, endpoint, caller, input.params);
  const run = async (pens: Pens) => {
    const actor = await stands();
    const session = sessionCookie(request, reply, http.options);
    const call = { actor, session, requestId: request.id, address: request.ip, ...pens };
    const result = await act({ ...call, params: input.params, query: input.query, body: input.body });
    return endpoint.response.parse(result);
  };
  if (!endpoint.writes) return run({ audit: noAudit, about: () => undefined });
  // A repeated call with a key gets its old answer only while the caller may still ask.
  if (request.headers['idempotency-key'] !== undefined) await stands();
  return keyed(http, request, reply, caller, input, () => audited(http, endpoint, request, caller, run));
}

/** The caller with the roles they hold on what the call is about. */
export async function standing(
  { options }: Http,
  { access, path, scope }: Pick<Endpoint, 'access' | 'path' | 'scope'>,
  caller: Actor,
  params: unknown,
): Promise<Actor> {
  if (access === 'public' || !options.narrow) return caller;
  return options.narrow(caller, { path, scope, params: params as Readonly<Record<string, unknown>> });
}

const noAudit: NoteAudit = async () => {
  throw new Error('programming error: an endpoint that writes nothing has nothing to note');
};

/** The actor behind a call; checks the endpoint's access rule. */
export async function whoCalls(
  http: Http,
  endpoint: Pick<Endpoint, 'access'>,
  request: FastifyRequest,
): Promise<Actor | undefined> {
  const credential = credentialOf(request);
  const actor = credential ? await http.options.authenticate(credential) : undefined;
  if (!actor && endpoint.access === 'signed-in') throw new ProblemError('NOT_SIGNED_IN');
  return actor;
}

/** Row before act, act, outcome. A use case that notes in its own transaction makes act and row one. */
async function audited(
  { options, problems }: Http,
  endpoint: Endpoint,
  request: FastifyRequest,
  actor: Actor | undefined,
  run: (pens: Pens) => Promise<unknown>,
): Promise<unknown> {
  const resource = request.url.split('?')[0] ?? endpoint.path;
  const auditId = await options.audit.begin({ actor, action: endpoint.id, resource, requestId: request.id });
  let noted = false;
  let about: { resource?: string } = {};
  const note: NoteAudit = async (tx, details = {}) => {
    await options.audit.note(tx, auditId, { ...about, ...details });
    noted = true;
  };
  const pens: Pens = {
    audit: note,
    about: (resource) => {
      about = { resource };
    },
  };
  let result: unknown;
  try {
    result = await run(pens);
  } catch (error) {
    const problem = problemOf(error, problems, request.id);
    // After a rolled-back note the row stands at `started` again, so this is right either way.
    await options.audit.end(auditId, problem.status < 500 ? 'refused' : 'failed', {
      ...about,
      words: problem.words,
    });
    throw error;
  }
  if (!noted) await options.audit.end(auditId, 'allowed', about);
  return result;
}

/** With an `Idempotency-Key` the second same request gets the first one's answer; public endpoints take none. */
async function keyed(
  { options, problems }: Http,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | undefined,
  input: Record<string, unknown>,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || !actor) return work();
  const text = String(key).slice(0, 300);
  const target = `${request.method} ${request.url}`;
  const claim = await claimKey(options, { actorId: actor.id, key: text, target, input });
  if (claim.replayed) {
    reply.header('idempotency-replayed', 'true');
    return claim.answer;
  }
  try {
    const result = await work();
    await keepAnswer(options, claim.id, result);
    return result;
  } catch (error) {
    await (foreseen(error, problems) ? freeKey : leaveKey)(options, claim.id);
    throw error;
  }
}
