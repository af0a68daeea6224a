import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { GivenTime, line } from './text.ts';

export { authProblems } from './auth-problems.ts';

/** First cut: administrator (everything), dba (approve, operate), requester (ask, see own). */
export const Role = z.enum(['administrator', 'dba', 'requester']);
export type Role = z.infer<typeof Role>;

export const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(Role),
    language: z.enum(['zh-CN', 'en']).optional(),
    via: z.enum(['session', 'token']),
    /** Roles on something narrower than everything; `roles` hold everywhere. See `right.mine` for where each comes from. */
    narrow: z
      .array(z.object({ role: Role, kind: z.enum(['environment', 'application', 'cluster']), id: z.string() }))
      .optional(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const getFirstRun = endpoint({
  id: 'auth.first-run',
  method: 'GET',
  path: '/api/first-run',
  summary: 'Does the administrator still have to be made?',
  response: z.object({ needed: z.boolean() }),
  access: 'public',
});
/** `token` comes from the one-time link printed at first start. */
export const completeFirstRun = endpoint({
  id: 'auth.complete-first-run',
  method: 'POST',
  path: '/api/first-run',
  summary: 'Make the administrator with the one-time token',
  body: z.object({ token: z.string(), name: line(64), password: z.string().min(12).max(200) }),
  response: Me,
  access: 'public',
  problems: ['FIRST_RUN_OVER', 'FIRST_RUN_TOKEN'],
});
export const signIn = endpoint({
  id: 'auth.sign-in',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the session cookie',
  body: z.object({ name: z.string().min(1).max(64), password: z.string().min(1).max(200) }),
  response: Me,
  access: 'public',
  problems: ['SIGN_IN_REFUSED', 'TOO_MANY_TRIES'],
});
export const signOut = endpoint({
  id: 'auth.sign-out',
  scope: 'own',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out',
  response: z.object({}),
});
export const getMe = endpoint({
  id: 'auth.me',
  scope: 'own',
  method: 'GET',
  path: '/api/me',
  summary: 'Who am I',
  response: Me,
});

export const UserView = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(Role),
    disabled: z.boolean(),
    createdAt: Time,
    /** Of an administrator; the last enabled one can neither be disabled nor give the role up. */
    abilities: z.object({ disable: Ability, dropAdministrator: Ability }),
  })
  .meta({ id: 'User' });
export type UserView = z.infer<typeof UserView>;
export const listUsers = endpoint({
  id: 'user.list',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/users',
  summary: 'Users',
  query: PageQuery,
  response: pageOf(UserView),
  problems: ['NOT_AN_ADMINISTRATOR'],
});
export const createUser = endpoint({
  id: 'user.create',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/users',
  summary: 'Add a user',
  body: z.object({
    name: line(64),
    password: z.string().min(12).max(200),
    /** On everything; absent: none, for somebody who gets rights on something narrower. */
    roles: z.array(Role).min(1).optional(),
  }),
  response: UserView,
  problems: ['USER_NAME_TAKEN', 'NOT_AN_ADMINISTRATOR'],
});
const userParams = z.object({ userId: z.string() });
const aboutUsers = ['NOT_AN_ADMINISTRATOR', 'USER_NOT_FOUND'] as const;
export const disableUser = endpoint({
  id: 'user.disable',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/users/:userId/disable',
  summary: 'Shut a user out at once: no sign-in, sessions end, API tokens are not taken',
  params: userParams,
  response: UserView,
  problems: [...aboutUsers, 'LAST_ADMINISTRATOR'],
});
export const enableUser = endpoint({
  id: 'user.enable',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/users/:userId/enable',
  summary: 'Let a user in again; API tokens that are not over work again',
  params: userParams,
  response: UserView,
  problems: [...aboutUsers],
});
export const changeUserRoles = endpoint({
  id: 'user.change-roles',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/users/:userId/roles',
  summary: 'Set the roles of a user; they hold from the next call on',
  params: userParams,
  body: z.object({ roles: z.array(Role).min(1) }),
  response: UserView,
  problems: [...aboutUsers, 'LAST_ADMINISTRATOR'],
});
/** What was ended: sign-in sessions of browsers, and API tokens (the CLI signs in with one). */
export const EndedSessions = z
  .object({ sessions: z.number().int(), tokens: z.number().int() })
  .meta({ id: 'EndedSessions' });
/** `password`: the one the server made, shown in this answer and never again. */
export const ResetPassword = EndedSessions.extend({ password: z.string().optional() }).meta({ id: 'ResetPassword' });
export const resetPassword = endpoint({
  id: 'user.reset-password',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/users/:userId/password',
  summary:
    'Give a user another password, or have one made and shown once; their sessions end and their API tokens are revoked',
  params: userParams,
  body: z.object({ password: z.string().min(12).max(200).optional() }),
  response: ResetPassword,
  problems: [...aboutUsers],
});
export const endSessions = endpoint({
  id: 'user.end-sessions',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/users/:userId/sessions',
  summary: 'Sign a user out everywhere: sessions end and API tokens are revoked',
  params: userParams,
  response: EndedSessions,
  problems: [...aboutUsers],
});
export const changePassword = endpoint({
  id: 'auth.change-password',
  scope: 'own',
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Change one’s own password; every other session ends, API tokens stay',
  body: z.object({ oldPassword: z.string().min(1).max(200), newPassword: z.string().min(12).max(200) }),
  response: z.object({ sessions: z.number().int() }),
  problems: ['OLD_PASSWORD_WRONG', 'PASSWORD_UNCHANGED', 'TOO_MANY_TRIES'],
});
export const TokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    createdAt: Time,
    expiresAt: Time.optional(),
    lastUsedAt: Time.optional(),
  })
  .meta({ id: 'ApiToken' });
export const listTokens = endpoint({
  id: 'token.list',
  scope: 'own',
  method: 'GET',
  path: '/api/tokens',
  summary: 'Own API tokens',
  response: z.object({ items: z.array(TokenView) }),
});
export const createToken = endpoint({
  id: 'token.create',
  scope: 'own',
  method: 'POST',
  path: '/api/tokens',
  summary: 'Make an API token; its secret is shown this once',
  body: z.object({ name: line(64), expiresAt: GivenTime.optional() }),
  response: TokenView.extend({ secret: z.string() }),
});
export const revokeToken = endpoint({
  id: 'token.revoke',
  scope: 'own',
  method: 'DELETE',
  path: '/api/tokens/:tokenId',
  summary: 'Revoke an API token',
  params: z.object({ tokenId: z.string() }),
  response: z.object({}),
  problems: ['TOKEN_NOT_FOUND'],
});
export const AuditRow = z
  .object({
    id: z.string(),
    at: Time,
    actorId: z.string().optional(),
    actorName: z.string(),
    via: z.string(),
    action: z.string(),
    resource: z.string(),
    /** `started`: written before the act; a row that stays so was cut off by a crash, and its outcome is not known. */
    outcome: z.enum(['started', 'allowed', 'refused', 'failed']),
    words: Words.optional(),
    requestId: z.string(),
  })
  .meta({ id: 'AuditRow' });
export const listAudit = endpoint({
  id: 'audit.list',
  scope: 'within',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what, newest first: all of it for administrators, for operators what was done to what they operate',
  query: PageQuery.extend({ actorId: z.string().optional(), action: z.string().optional() }),
  response: pageOf(AuditRow),
  problems: ['NOT_AN_ADMINISTRATOR'],
});
/** Settings people decide explicitly; `approveOwnTickets` is the sole-administrator exception, recorded on each use. */
export const Settings = z.object({ approveOwnTickets: z.boolean() }).meta({ id: 'Settings' });
export const getSettings = endpoint({
  id: 'settings.get',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/settings',
  summary: 'Settings',
  response: Settings,
});
export const changeSettings = endpoint({
  id: 'settings.change',
  scope: 'everywhere',
  method: 'PATCH',
  path: '/api/settings',
  summary: 'Change settings',
  body: Settings.partial(),
  response: Settings,
  problems: ['NOT_AN_ADMINISTRATOR'],
});
