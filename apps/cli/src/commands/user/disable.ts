import { disableUser } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { userArgument, userIdOf } from './user-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Shut a user out at once: sign-in, sessions and API tokens',
    zh: '立即停用用户：无法登录，会话和 API 令牌失效',
  },
  args: [userArgument],
  run: async (call) => {
    const user = await call.server().client.call(disableUser, { params: { userId: await userIdOf(call) } });
    return {
      value: user,
      text: (language) => (language === 'zh' ? `已停用 ${user.name}。\n` : `${user.name} is disabled.\n`),
    };
  },
});
