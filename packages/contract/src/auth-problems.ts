import { defineProblems } from './problem.ts';

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
