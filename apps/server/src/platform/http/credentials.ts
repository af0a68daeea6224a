import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Credential, HttpOptions } from './http.ts';
import { ProblemError } from './problem-error.ts';

const cookieName = 'myriad_session';

/** The session cookie of this call: read it, set it, take it away. */
export interface SessionCookie {
  readonly value: string | undefined;
  set(value: string, maxAgeSeconds: number): void;
  clear(): void;
}

/** A bearer token counts before a cookie, so that a program's call never acts as a browser's user. */
export function credentialOf(request: FastifyRequest): Credential | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { kind: 'token', value: bearer };
  const session = request.cookies[cookieName];
  return session ? { kind: 'session', value: session } : undefined;
}

export function sessionCookie(request: FastifyRequest, reply: FastifyReply, options: HttpOptions): SessionCookie {
  const secure = request.protocol === 'https' || (options.publicUrl?.startsWith('https:') ?? false);
  const common = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    value: request.cookies[cookieName],
    set: (value, maxAge) => void reply.setCookie(cookieName, value, { ...common, maxAge }),
    clear: () => void reply.clearCookie(cookieName, common),
  };
}

/** A browser names the site a write comes from; another site's page may not write with this site's cookie. */
export function requireOwnOrigin(request: FastifyRequest, options: HttpOptions): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined) {
    if (site === undefined || site === 'same-origin' || site === 'none') return;
    throw new ProblemError('WRONG_ORIGIN', { origin: String(site) });
  }
  if (URL.canParse(origin)) {
    if (options.publicUrl && new URL(origin).origin === new URL(options.publicUrl).origin) return;
    if (new URL(origin).host === request.host) return;
  }
  throw new ProblemError('WRONG_ORIGIN', { origin: origin.slice(0, 200) });
}
