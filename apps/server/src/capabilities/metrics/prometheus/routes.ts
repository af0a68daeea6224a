import { Readable } from 'node:stream';
import type { Http } from '../../../platform/http/http.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { standing, whoCalls } from '../../../platform/http/serve-endpoint.ts';
import { textFormatType } from './text-format.ts';

/** Who may read `/metrics`: who has a token with a role on everything; anybody who reaches the port; nobody. */
export type MetricsAccess = 'token' | 'open' | 'off';

const path = '/metrics';

/** Not under /api: this is where every Prometheus looks. */
export function serveExposition(http: Http, access: MetricsAccess, write: () => AsyncIterable<string>): void {
  if (access === 'off') return;
  http.app.get(path, async (request, reply) => {
    if (access === 'token') {
      const caller = await whoCalls(http, { access: 'signed-in' }, request);
      if (!caller) throw new ProblemError('NOT_SIGNED_IN');
      await standing(http, { access: 'signed-in', path: '/api/metrics', scope: 'everywhere' }, caller, {});
    }
    const stream = Readable.from(write(), { objectMode: false });
    stream.on('error', (error) => http.options.log.error('/metrics broke off', { requestId: request.id, error }));
    reply.header('content-type', textFormatType).header('cache-control', 'no-store');
    return reply.send(stream);
  });
}
