import type { ScopeRule } from '@myriad/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../policy/decision.ts';
import type { Http } from './http.ts';
import { ProblemError } from './problem-error.ts';
import { standing, whoCalls } from './serve-endpoint.ts';

export interface StreamEvent {
  /** Grows along the stream; the browser sends the last one back after a break. */
  readonly id: number;
  readonly type: string;
  /** Becomes JSON. */
  readonly data: unknown;
}

export interface EventStream {
  readonly path: `/api/${string}`;
  /** As of an endpoint. */
  readonly scope: ScopeRule;
  /**
   * Called once for each listener before the stream opens: check here what the actor may see (throw a ProblemError), and give
   * back where events come from. They are read from rows, so a break or a restart loses none.
   */
  readonly open: (call: {
    readonly actor: Actor;
    readonly params: Readonly<Record<string, string>>;
  }) => Promise<EventSource>;
}

export interface EventSource {
  /** The next rows after this id, oldest first; none: nothing new. */
  readonly read: (afterId: number) => Promise<readonly StreamEvent[]>;
  /** Calls back when there may be news; gives back how to stop. Calls too many do no harm. */
  readonly onNews: (wake: () => void) => () => void;
  /** True: everything was sent and nothing will follow; the stream ends. Asked after a read that gave nothing. */
  readonly isOver?: () => Promise<boolean>;
}

const heartbeatMilliseconds = 15_000;

/**
 * Server-sent events, resumable by `Last-Event-ID` (or `?after=`). A heartbeat each 15 seconds keeps proxies from closing, and
 * looks for news that no wake announced.
 */
export function serveEventStream(http: Http, stream: EventStream): void {
  http.app.get(stream.path, async (request, reply) => {
    const caller = await whoCalls(http, { access: 'signed-in' }, request);
    if (!caller) return;
    const endpoint = { ...stream, access: 'signed-in' } as const;
    const stands = (who: Actor) => standing(http, endpoint, who, request.params);
    const actor = await stands(caller);
    const source = await stream.open({ actor, params: request.params as Record<string, string> });
    await pump(http, source, request, reply, () => isStill(http, actor, stands, request));
  });
}

/**
 * The same person with the same rights, and is what it is about still theirs to see? Else the stream ends: whoever may still
 * listen comes again, and is looked at anew.
 */
async function isStill(
  http: Http,
  actor: Actor,
  stands: (who: Actor) => Promise<Actor>,
  request: FastifyRequest,
): Promise<boolean> {
  const now = await whoCalls(http, { access: 'public' }, request);
  if (now?.id !== actor.id) return false;
  try {
    return sayRights(await stands(now)) === sayRights(actor);
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

const sayRights = ({ roles, rights = [] }: Actor): string =>
  JSON.stringify([[...roles].sort(), rights.map(({ role, kind, id }) => `${role}/${kind}/${id}`).sort()]);

async function pump(
  http: Http,
  source: EventSource,
  request: FastifyRequest,
  reply: FastifyReply,
  mayListen: () => Promise<boolean>,
): Promise<void> {
  let last = firstId(request);
  let news = Promise.withResolvers<void>();
  let closed = false;
  const wake = () => news.resolve();
  const raw = begin(reply);
  const close = () => {
    closed = true;
    wake();
  };
  raw.on('close', close);
  http.stopping.addEventListener('abort', close);
  if (http.stopping.aborted) close();
  const stop = source.onNews(wake);
  const heartbeat = setInterval(() => {
    raw.write(': still here\n\n');
    wake();
  }, heartbeatMilliseconds);
  try {
    while (!closed) {
      // Renewed before reading: news that comes while we read wakes the next round.
      news = Promise.withResolvers<void>();
      const events = await source.read(last);
      // A stream stays open for hours: a sign-out or a disabled user ends it before the next thing is told.
      if (!(await mayListen())) break;
      for (const event of events) {
        last = event.id;
        raw.write(`id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`);
      }
      if (raw.writableNeedDrain && !closed) await drained(raw);
      if (events.length > 0) continue;
      if (await source.isOver?.()) {
        raw.write('event: over\ndata: {}\n\n');
        break;
      }
      await news.promise;
    }
  } catch (error) {
    // The listener comes again by itself, with the id of the last event it has.
    http.options.log.error('event stream broke off', { requestId: request.id, error });
  } finally {
    clearInterval(heartbeat);
    stop();
    http.stopping.removeEventListener('abort', close);
    raw.end();
    if (http.stopping.aborted) raw.socket?.destroySoon();
  }
}

function begin(reply: FastifyReply) {
  reply.hijack();
  const headers = Object.entries(reply.getHeaders()).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  reply.raw.writeHead(200, {
    ...Object.fromEntries(headers),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  reply.raw.write('retry: 2000\n\n');
  return reply.raw;
}

const drained = (raw: FastifyReply['raw']): Promise<void> =>
  new Promise((resolve) => {
    raw.once('drain', resolve);
    raw.once('close', resolve);
  });

function firstId(request: FastifyRequest): number {
  const { after } = request.query as { after?: string };
  const id = Number(request.headers['last-event-id'] ?? after ?? 0);
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
}
