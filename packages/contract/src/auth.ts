import { z } from 'zod';
import { Ability, endpoint, PageQuery, pageOf, Time, Words } from './endpoint.ts';
import { defineProblems } from './problem.ts';

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
  body: z.object({ token: z.string(), name: z.string().min(1).max(64), password: z.string().min(12).max(200) }),
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
    name: z.string().min(1).max(64),
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
  body: z.object({ name: z.string().min(1).max(64), expiresAt: Time.optional() }),
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
  scope: 'everywhere',
  method: 'GET',
  path: '/api/audit',
  summary: 'Who did what, newest first',
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

export const authProblems = defineProblems({
  FIRST_RUN_OVER: {
    status: 409,
    words: { en: 'The administrator was made already.', zh: '管理员已创建。' },
    next: { en: 'Sign in; an administrator can add users.', zh: '请登录；管理员可以添加用户。' },
  },
  FIRST_RUN_TOKEN: {
    status: 403,
    words: { en: 'This one-time token is not right.', zh: '一次性令牌不正确。' },
    next: {
      en: 'Use the link the server printed at its last start; a restart prints a new one.',
      zh: '请使用服务最近一次启动时打印的链接；重启会打印新的链接。',
    },
  },
  SIGN_IN_REFUSED: {
    status: 401,
    words: { en: 'Name or password is not right.', zh: '用户名或密码不正确。' },
    next: { en: 'Try again, or ask an administrator.', zh: '请重试，或联系管理员。' },
  },
  USER_NAME_TAKEN: {
    status: 409,
    words: { en: 'There is a user named {name} already.', zh: '用户 {name} 已存在。' },
    next: { en: 'Choose another name.', zh: '请换一个名称。' },
  },
  NOT_AN_ADMINISTRATOR: {
    status: 403,
    words: { en: 'Only an administrator may do this.', zh: '仅管理员可执行此操作。' },
    next: { en: 'Ask an administrator.', zh: '请联系管理员。' },
  },
  USER_NOT_FOUND: {
    status: 404,
    words: { en: 'There is no such user.', zh: '没有此用户。' },
    next: { en: 'See the list of users.', zh: '请查看用户列表。' },
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    words: {
      en: '{name} is the only enabled administrator, and nobody could manage users afterwards.',
      zh: '{name} 是唯一启用的管理员，此操作之后将无人能管理用户。',
    },
    next: { en: 'Make another administrator first.', zh: '请先设置另一位管理员。' },
  },
  OLD_PASSWORD_WRONG: {
    status: 403,
    words: { en: 'The present password is not right.', zh: '当前密码不正确。' },
    next: { en: 'Try again, or ask an administrator to reset it.', zh: '请重试，或请管理员重置密码。' },
  },
  PASSWORD_UNCHANGED: {
    status: 422,
    words: { en: 'The new password is the present one.', zh: '新密码与当前密码相同。' },
    next: { en: 'Choose another.', zh: '请另选一个密码。' },
  },
  TOKEN_NOT_FOUND: {
    status: 404,
    words: { en: 'You have no such API token.', zh: '您没有此 API 令牌。' },
    next: { en: 'List your tokens; it may be revoked already.', zh: '请查看您的令牌列表，它可能已被吊销。' },
  },
});
