import { Readable } from 'node:stream';
import type { Endpoint } from '@myriad/contract';
import type { z } from 'zod';
import type { Actor } from '../policy/decision.ts';
import type { Http } from './http.ts';
import { parseInput, problemOf } from './problem-answer.ts';
import { ProblemError } from './problem-error.ts';
import { standing, whoCalls } from './serve-endpoint.ts';

/** A file in pieces; nobody holds it whole. */
export interface Download {
  readonly contentType: string;
  readonly fileName: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly chunks: AsyncIterable<string>;
}

interface DownloadCall<Params, Query> {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
}

/**
 * Serves an endpoint of the contract whose answer is a file. What is wrong is told before the first byte; a failure after it cuts
 * the connection, so that half a file never looks whole. An endpoint that `writes` leaves an audit row before it opens.
 */
export function serveDownload<P extends z.ZodType, Q extends z.ZodType>(
  http: Http,
  endpoint: Endpoint<P, Q>,
  open: (call: DownloadCall<z.output<P>, z.output<Q>>) => Promise<Download>,
): void {
  http.endpoints.push(endpoint);
  http.app.get(endpoint.path, async (request, reply) => {
    const actor = await whoCalls(http, endpoint, request);
    if (!actor) throw new ProblemError('NOT_SIGNED_IN');
    const input = parseInput({
      params: { schema: endpoint.params, value: request.params ?? {} },
      query: { schema: endpoint.query, value: request.query ?? {} },
    });
    const stands = await standing(http, endpoint, actor, input.params);
    const call = { actor: stands, params: input.params, query: input.query } as DownloadCall<z.output<P>, z.output<Q>>;
    const download = endpoint.writes
      ? await audited(http, { action: endpoint.id, resource: request.url, requestId: request.id }, actor, () =>
          open(call),
        )
      : await open(call);
    const stream = Readable.from(download.chunks, { objectMode: false });
    stream.on('error', (error) => http.options.log.error('download broke off', { requestId: request.id, error }));
    const name = download.fileName.replaceAll(/[^\w.-]/g, '_');
    reply.headers({
      ...download.headers,
      'content-type': download.contentType,
      'content-disposition': `attachment; filename="${name}"`,
    });
    return reply.send(stream);
  });
}

async function audited(
  { options, problems }: Http,
  entry: { readonly action: string; readonly resource: string; readonly requestId: string },
  actor: Actor,
  open: () => Promise<Download>,
): Promise<Download> {
  const row = await options.audit.begin({ actor, ...entry, resource: entry.resource.slice(0, 500) });
  try {
    const download = await open();
    await options.audit.end(row, 'allowed');
    return download;
  } catch (error) {
    const problem = problemOf(error, problems, entry.requestId);
    await options.audit.end(row, problem.status < 500 ? 'refused' : 'failed', { words: problem.words });
    throw error;
  }
}
