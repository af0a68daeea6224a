import { enableUser } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { userArgument, userIdOf } from './user-argument.ts';

export const command = defineCommand({
  summary: { en: 'Let a disabled user in again', zh: '重新启用已停用的用户' },
  args: [userArgument],
  run: async (call) => {
    const user = await call.server().client.call(enableUser, { params: { userId: await userIdOf(call) } });
    return {
      value: user,
      text: (language) => (language === 'zh' ? `已启用 ${user.name}。\n` : `${user.name} is enabled.\n`),
    };
  },
});
