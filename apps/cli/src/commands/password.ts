import { changePassword } from '@myriad/contract';
import { defineCommand, UsageError } from '../command.ts';
import { readSecret } from '../read-secret.ts';

export const command = defineCommand({
  summary: { en: 'Change your own password; your other sessions end', zh: '修改自己的密码，其他会话将结束' },
  flags: [
    {
      name: 'passwords-stdin',
      words: {
        en: 'From stdin instead of asking: the present one, then the new one, a line each',
        zh: '从标准输入读取：第一行为当前密码，第二行为新密码',
      },
    },
  ],
  run: async (call) => {
    const zh = call.language === 'zh';
    const first = await readSecret(call, 'passwords-stdin', zh ? '当前密码：' : 'Present password: ');
    const [oldPassword = '', newPassword] =
      call.flags['passwords-stdin'] === true
        ? first.split(/\r?\n/)
        : [first, await readSecret(call, 'passwords-stdin', zh ? '新密码：' : 'New password: ')];
    if (!newPassword) throw new UsageError({ en: 'The new password is missing.', zh: '缺少新密码。' });
    const ended = await call.server().client.call(changePassword, { body: { oldPassword, newPassword } });
    return {
      value: ended,
      text: (language) =>
        language === 'zh'
          ? `密码已修改，已结束其他会话 ${ended.sessions} 个。API 令牌仍然有效，见 token list。\n`
          : `Password changed. Other sessions ended: ${ended.sessions}. API tokens go on; see token list.\n`,
    };
  },
});
