import { existsSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { Http } from './http.ts';
import { sendProblem } from './problem-answer.ts';
import { ProblemError } from './problem-error.ts';

/** Files lie in assets/ or at the root; further down a dot is part of a name: `/tickets/new/service.stop` is a page. */
const isFile = (path: string): boolean => /^\/(assets\/|[^/]*\.\w+$)/.test(path) || /\.\.|%2e|%2f/i.test(path);

/** The built console, and its index page for every address that is neither a file nor under /api. */
export async function serveConsole(http: Http): Promise<void> {
  const { app, options } = http;
  const folder = options.consoleFolder;
  const built = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(files, {
      root: folder,
      wildcard: true,
      setHeaders: (reply, path) => {
        // Names under assets/ carry a hash of their content.
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isPage = built && request.method === 'GET' && !path.startsWith('/api/') && !isFile(path);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem(request, reply, new ProblemError('NOT_FOUND', { path: path.slice(0, 200) }), http.problems);
  });
}
