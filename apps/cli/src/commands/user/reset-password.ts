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
  flags: [
    { name: 'password-stdin', words: { en: 'Password from stdin instead of asking', zh: '从标准输入读取密码' } },
    { name: 'make', words: { en: 'Have a password made; it is shown this once', zh: '由平台生成密码，仅显示这一次' } },
  ],
  run: async (call) => {
    const params = { userId: await userIdOf(call) };
    const question = call.language === 'zh' ? '该用户的新密码：' : 'New password of the user: ';
    const body = call.flags.make === true ? {} : { password: await readSecret(call, 'password-stdin', question) };
    const ended = await call.server().client.call(resetPassword, { params, body });
    return {
      value: ended,
      text: (language) => `${endedText(ended, language)}${ended.password === undefined ? '' : `${ended.password}\n`}`,
    };
  },
});
