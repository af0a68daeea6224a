import { endSessions } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { endedText } from './ended-text.ts';
import { userArgument, userIdOf } from './user-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Sign a user out everywhere: ends sessions, revokes API tokens',
    zh: '使用户在所有位置退出登录：结束会话并吊销 API 令牌',
  },
  args: [userArgument],
  run: async (call) => {
    const ended = await call.server().client.call(endSessions, { params: { userId: await userIdOf(call) } });
    return { value: ended, text: (language) => endedText(ended, language) };
  },
});
