import { authProblems, fleetProblems, type ProblemKind, type Role, rightProblems } from '@myriad/contract';
import { type Clock, systemClock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { Db } from '../../platform/database/schema.ts';
import { createHttp } from '../../platform/http/create-http.ts';
import type { Http } from '../../platform/http/http.ts';
import { createLog } from '../../platform/log/log.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { keyRing, newKey } from '../../platform/secrets/key-ring.ts';
import { createValueCodec } from '../../platform/secrets/value-codec.ts';
import { type Auth, createAuth } from './create-auth.ts';
import { createToken } from './create-token.ts';
import type { ScopeBook } from './rights/scope-book.ts';
import type { ScopedThings } from './rights/scope-guard.ts';
import { serveAuth } from './routes.ts';
import { addUser } from './store/users.ts';
import { actorOf, type User } from './user.ts';

/** A server for route tests: real auth, one user per role, calls made in process. */
export interface TestHttp {
  readonly http: Http;
  readonly auth: Auth;
  /** Log lines so far. */
  readonly lines: readonly string[];
  actorOf(role: Role): Actor;
  /** Calls as that role's user (by API token), as a bearer of `token`, or as nobody. */
  call(
    as: Role | 'nobody' | { readonly token: string },
    method: string,
    url: string,
    body?: object,
    /** Further headers. */
    more?: Readonly<Record<string, string>>,
  ): Promise<TestAnswer>;
  close(): Promise<void>;
}

export interface TestAnswer {
  readonly status: number;
  /** Parsed JSON; tests look into it with their own expectations. */
  // biome-ignore lint/suspicious/noExplicitAny: each test states what it expects by its assertions.
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export async function createTestHttp(options: {
  readonly db: Db;
  readonly problems?: readonly Readonly<Record<string, ProblemKind>>[];
  readonly clock?: Clock;
  /** For tests of the first run. */
  readonly withoutUsers?: true;
  /** What rights reach; absent: scopes are not looked at. */
  readonly things?: ScopedThings;
  readonly scopes?: ScopeBook;
}): Promise<TestHttp> {
  const { db, clock = systemClock, problems = [] } = options;
  const lines: string[] = [];
  const { things, scopes } = options;
  const auth = createAuth({ db, clock, ...(things ? { things } : {}), ...(scopes ? { scopes } : {}) });
  const http = await createHttp({
    db,
    clock,
    log: createLog({ write: (line) => lines.push(line) }),
    codec: createValueCodec(keyRing([newKey()])),
    authenticate: auth.authenticate,
    ...(things ? { narrow: auth.narrow } : {}),
    audit: auth.audit,
    problems: [authProblems, rightProblems, fleetProblems, ...problems],
  });
  serveAuth(http, auth);
  const users: TestUsers = options.withoutUsers ? {} : await addTestUsers(auth);
  const userOf = (role: Role) => {
    const user = users[role];
    if (!user) throw new Error('this server was made without users');
    return user;
  };
  return {
    http,
    auth,
    lines,
    actorOf: (role) => userOf(role).actor,
    call: async (as, method, url, body, more = {}) => {
      const token = as === 'nobody' ? undefined : typeof as === 'string' ? userOf(as).token : as.token;
      const answer = await http.app.inject({
        method: method as 'GET',
        url,
        headers: { ...more, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        ...(body === undefined ? {} : { payload: body }),
      });
      const isJson = /[/+]json/.test(String(answer.headers['content-type']));
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers };
    },
    close: () => http.app.close(),
  };
}

type TestUsers = { [Name in Role]?: { readonly actor: Actor; readonly token: string } };

async function addTestUsers(auth: Auth): Promise<TestUsers> {
  const users: TestUsers = {};
  for (const role of ['administrator', 'dba', 'requester'] as const) users[role] = await addTestUser(auth, role);
  return users;
}

/** A user named like the role, without a password to sign in with, and a token. */
async function addTestUser({ parts }: Auth, role: Role): Promise<{ actor: Actor; token: string }> {
  const user: User = { id: newId(), name: role, roles: [role], disabled: false, createdAt: parts.clock.now() };
  await inTransaction(parts.db, (tx) => addUser(tx, user, 'no password'));
  const actor = actorOf(user, 'token', [{ role, kind: 'all', id: '' }]);
  const { secret } = await createToken(parts, actor, { name: 'test' }, async () => undefined);
  return { actor, token: secret };
}
