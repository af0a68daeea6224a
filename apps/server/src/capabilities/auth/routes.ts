import * as contract from '@myriad/contract';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { changePassword } from './change-password.ts';
import { changeSettings } from './change-settings.ts';
import { changeUserRoles, disableUser, enableUser } from './change-user.ts';
import { completeFirstRun } from './complete-first-run.ts';
import type { Auth } from './create-auth.ts';
import { createToken, tokenView } from './create-token.ts';
import { createUser } from './create-user.ts';
import { endSessions } from './end-sessions.ts';
import { listAudit } from './list-audit.ts';
import { listUsers } from './list-users.ts';
import type { Note } from './parts.ts';
import { resetPassword } from './reset-password.ts';
import { revokeToken } from './revoke-token.ts';
import { serveRights } from './rights/routes.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { readSettings } from './store/settings.ts';
import { listTokensOf } from './store/tokens.ts';
import { findUser, hasUsers } from './store/users.ts';
import { meOf } from './user.ts';
import { viewUser, viewUsers } from './view-user.ts';

const noteWith =
  (audit: NoteAudit): Note =>
  (tx, details) =>
    audit(tx, details);

/** Hangs sign-in, users, tokens, the audit log and the settings on the server. */
export function serveAuth(http: Http, { parts }: Auth): void {
  serveSessions(http, parts);
  serveUsers(http, parts);
  serveTokens(http, parts);
  serveRights(http, parts);
  serveEndpoint(http, contract.listAudit, ({ actor, query }) => listAudit(parts, actor, query));
  serveEndpoint(http, contract.getSettings, () => readSettings(parts.db));
  serveEndpoint(http, contract.changeSettings, ({ actor, body, audit }) =>
    changeSettings(parts, actor, body, noteWith(audit)),
  );
}

function serveSessions(http: Http, parts: Auth['parts']): void {
  serveEndpoint(http, contract.getFirstRun, async () => ({ needed: !(await hasUsers(parts.db)) }));
  serveEndpoint(http, contract.completeFirstRun, async ({ body, address, audit, session }) => {
    const done = await completeFirstRun(parts, { ...body, address }, noteWith(audit));
    session.set(done.session.value, done.session.maxAgeSeconds);
    return done.me;
  });
  serveEndpoint(http, contract.signIn, async ({ body, address, about, audit, session }) => {
    const done = await signIn(parts, { ...body, address }, about, noteWith(audit));
    session.set(done.session.value, done.session.maxAgeSeconds);
    return done.me;
  });
  serveEndpoint(http, contract.signOut, async ({ actor, audit, session }) => {
    await signOut(parts, actor, session.value, noteWith(audit));
    session.clear();
    return {};
  });
  serveEndpoint(http, contract.changePassword, ({ actor, body, address, audit, session }) =>
    changePassword(parts, actor, { ...body, address, cookie: session.value }, noteWith(audit)),
  );
  serveEndpoint(http, contract.getMe, async ({ actor }) => {
    const user = await findUser(parts.db, actor.id);
    if (!user) throw new ProblemError('NOT_SIGNED_IN');
    return meOf(user, actor);
  });
}

function serveUsers(http: Http, parts: Auth['parts']): void {
  const { db } = parts;
  serveEndpoint(http, contract.listUsers, async ({ actor, query }) => {
    const page = await listUsers(db, actor, query);
    return { ...page, items: await viewUsers(db, page.items) };
  });
  serveEndpoint(http, contract.createUser, async ({ actor, body, audit }) =>
    viewUser(db, await createUser(parts, actor, body, noteWith(audit))),
  );
  serveEndpoint(http, contract.disableUser, async ({ actor, params, audit }) =>
    viewUser(db, await disableUser(parts, actor, params.userId, noteWith(audit))),
  );
  serveEndpoint(http, contract.enableUser, async ({ actor, params, audit }) =>
    viewUser(db, await enableUser(parts, actor, params.userId, noteWith(audit))),
  );
  serveEndpoint(http, contract.changeUserRoles, async ({ actor, params, body, audit }) =>
    viewUser(db, await changeUserRoles(parts, actor, { ...params, ...body }, noteWith(audit))),
  );
  serveEndpoint(http, contract.resetPassword, ({ actor, params, body, audit }) =>
    resetPassword(parts, actor, { ...params, ...body }, noteWith(audit)),
  );
  serveEndpoint(http, contract.endSessions, ({ actor, params, audit }) =>
    endSessions(parts, actor, params.userId, noteWith(audit)),
  );
}

function serveTokens(http: Http, parts: Auth['parts']): void {
  serveEndpoint(http, contract.listTokens, async ({ actor }) => ({
    items: (await listTokensOf(parts.db, actor.id)).map(tokenView),
  }));
  serveEndpoint(http, contract.createToken, ({ actor, body, audit }) =>
    createToken(parts, actor, body, noteWith(audit)),
  );
  serveEndpoint(http, contract.revokeToken, async ({ actor, params, audit }) => {
    await revokeToken(parts, actor, params.tokenId, noteWith(audit));
    return {};
  });
}
