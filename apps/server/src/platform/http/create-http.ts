import cookie from '@fastify/cookie';
import { generalProblems } from '@myriad/contract';
import fastify from 'fastify';
import { newId } from '../database/new-id.ts';
import { serveConsole } from './console-files.ts';
import type { Http, HttpOptions } from './http.ts';
import { serveOpenApi } from './openapi.ts';
import { bodyLimitBytes, foreseen, sendProblem } from './problem-answer.ts';
import { ProblemError } from './problem-error.ts';
import { readJson } from './read-json.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** Builds the HTTP side; slices then hang their endpoints on it, and the process listens with `http.app.listen`. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: options.trustProxy ?? false,
    genReqId: newId,
    // A stop lets requests that are being worked on end, so that no act loses its answer and its audit row.
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  });
  const stopping = new AbortController();
  app.addHook('preClose', async () => stopping.abort());
  app.addHook('onSend', async (_request, reply) => {
    // Otherwise a browser keeps the line open, and the stop waits for it.
    if (stopping.signal.aborted) reply.header('connection', 'close');
  });
  const http: Http = {
    app,
    stopping: stopping.signal,
    options,
    problems: Object.assign({}, generalProblems, ...options.problems),
    endpoints: [],
  };
  takeJsonOnly(http);
  await app.register(cookie);
  addSecurityHeaders(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.setErrorHandler((error, request, reply) => {
    if (!foreseen(error, http.problems)) {
      options.log.error('request failed', {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        error,
      });
    }
    return sendProblem(request, reply, error, http.problems);
  });
  app.addHook('onResponse', async (request, reply) => {
    const milliseconds = Math.round(reply.elapsedTime);
    const { method, id: requestId } = request;
    options.log.debug('answered', {
      requestId,
      method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds,
    });
  });
  await serveOpenApi(http);
  await serveConsole(http);
  return http;
}

/** Only JSON: a plain form of another site cannot send it without asking first (CORS preflight). */
function takeJsonOnly({ app }: Http): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    if (bytes.length === 0) return done(null, {});
    try {
      done(null, readJson(Buffer.from(bytes)));
    } catch {
      done(new ProblemError('BODY_UNREADABLE'));
    }
  });
}
