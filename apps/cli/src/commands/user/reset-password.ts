import { resetPassword } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { readSecret } from '../../read-secret.ts';
import { endedText } from './ended-text.ts';
import { userArgument, userIdOf } from './user-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Give a user another password; ends their sessions and API tokens',
    zh: '重置用户密码，并结束其会话、吊销其 API 令牌',
  },
  args: [userArgument],
  flags: [{ name: 'password-stdin', words: { en: 'Password from stdin instead of asking', zh: '从标准输入读取密码' } }],
  run: async (call) => {
    const params = { userId: await userIdOf(call) };
    const question = call.language === 'zh' ? '该用户的新密码：' : 'New password of the user: ';
    const password = await readSecret(call, 'password-stdin', question);
    const ended = await call.server().client.call(resetPassword, { params, body: { password } });
    return { value: ended, text: (language) => endedText(ended, language) };
  },
});
