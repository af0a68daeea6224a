import { generalProblems, type Problem, type ProblemKind, type Words } from '@myriad/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CursorUnreadable } from '../database/opaque.ts';
import { faultWords } from './fault-words.ts';
import { fillWords } from './fill-words.ts';
import { ProblemError } from './problem-error.ts';
import { unkeepableText } from './unkeepable-text.ts';

type Kinds = Readonly<Record<string, ProblemKind>>;

/** What fastify itself refuses, in our words. */
function fromFastify(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('BODY_TOO_LARGE', { limit: bodyLimitBytes });
  if (error.code.startsWith('FST_ERR_CTP_')) return new ProblemError('BODY_UNREADABLE');
  if ('statusCode' in error && error.statusCode === 400) return new ProblemError('BODY_UNREADABLE');
  return undefined;
}

/** A few endpoints take more than the rest: what is said is what holds for them. */
function withLimitOf({ routeOptions }: FastifyRequest, error: unknown): unknown {
  const isTooLarge = error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
  return isTooLarge ? new ProblemError('BODY_TOO_LARGE', { limit: routeOptions.bodyLimit ?? bodyLimitBytes }) : error;
}

export const bodyLimitBytes = 1_048_576;

/** What a list says of a place it did not give out. */
function fromList(error: unknown): ProblemError | undefined {
  if (!(error instanceof CursorUnreadable)) return undefined;
  const words = { en: 'is not a cursor this list gave out', zh: '不是此列表返回的游标' };
  return new ProblemError('INPUT_INVALID', { count: 1 }, [{ path: 'query.cursor', words }]);
}

/** Undefined: an error nobody foresaw, to be logged and answered as INTERNAL. */
export function foreseen(error: unknown, kinds: Kinds): ProblemError | undefined {
  const problem = error instanceof ProblemError ? error : (fromList(error) ?? fromFastify(error));
  return problem && kinds[problem.code] ? problem : undefined;
}

/** The problem document (RFC 9457) of an error. */
export function problemOf(error: unknown, kinds: Kinds, requestId: string, chinese = false): Problem {
  const problem = foreseen(error, kinds);
  const code = problem?.code ?? 'INTERNAL';
  const kind = kinds[code] ?? generalProblems.INTERNAL;
  const values = { requestId, ...problem?.values };
  const words = fillWords(kind.words, values);
  return {
    type: `urn:myriad:problem:${code}`,
    code,
    status: kind.status,
    title: chinese ? words.zh : words.en,
    words,
    next: fillWords(kind.next, values),
    ...(problem && problem.faults.length > 0 ? { faults: [...problem.faults] } : {}),
    requestId,
  };
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown, kinds: Kinds) {
  const error = withLimitOf(request, thrown);
  const problem = problemOf(error, kinds, request.id, /^\s*zh/i.test(request.headers['accept-language'] ?? ''));
  const seconds = error instanceof ProblemError ? error.values.seconds : undefined;
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  return reply.code(problem.status).type('application/problem+json').send(problem);
}

/** Parses input of one place (`body`, `query`, `params`); all faults of all places are collected. */
export function parseInput(inputs: Readonly<Record<string, { schema: z.ZodType; value: unknown }>>) {
  const faults: { path: string; words: Words }[] = [];
  const parsed: Record<string, unknown> = {};
  for (const [place, { schema, value }] of Object.entries(inputs)) {
    const unkept = unkeepableText(value, place);
    if (unkept.length > 0) {
      faults.push(...unkept);
      continue;
    }
    const result = schema.safeParse(value, { reportInput: true });
    if (result.success) parsed[place] = result.data;
    else faults.push(...faultsOf(result.error, place));
  }
  if (faults.length > 0) throw new ProblemError('INPUT_INVALID', { count: faults.length }, faults);
  return parsed;
}

/** The faults zod found at one place (`body`, `form` …), in both languages. Parse with `{ reportInput: true }`. */
export const faultsOf = (error: z.ZodError, place: string): { path: string; words: Words }[] =>
  error.issues.map((issue) => ({ path: [place, ...issue.path.map(String)].join('.'), words: faultWords(issue) }));
