import { completeFirstRun, createClient } from '@myriad/contract';
import { defineCommand, textFlag, UsageError } from '../command.ts';
import { defaultUrl, plainUrl } from '../find-server.ts';
import { readSecret } from '../read-secret.ts';

export const command = defineCommand({
  summary: {
    en: 'Make the administrator, with the one-time token the server printed',
    zh: '使用服务启动时打印的一次性令牌创建管理员',
  },
  flags: [
    { name: 'name', value: 'NAME', words: { en: 'Name of the administrator (needed)', zh: '管理员登录名（必填）' } },
    {
      name: 'secrets-stdin',
      words: {
        en: 'Token and password from stdin, a line each, instead of asking',
        zh: '从标准输入读取令牌与密码，各占一行',
      },
    },
  ],
  examples: ['myriad first-run --name admin'],
  run: async (call) => {
    const name = textFlag(call, 'name');
    if (!name) throw new UsageError({ en: 'Give --name.', zh: '请给出 --name。' });
    const chinese = call.language === 'zh';
    const first = await readSecret(call, 'secrets-stdin', chinese ? '一次性令牌：' : 'One-time token: ');
    const [token = '', line] = first.split(/\r?\n/);
    const password = line ?? (await readSecret(call, 'secrets-stdin', chinese ? '新密码：' : 'New password: '));
    const url = plainUrl(textFlag(call, 'url') ?? (call.env.MYRIAD_URL || defaultUrl));
    const me = await createClient({ baseUrl: url }).call(completeFirstRun, { body: { token, name, password } });
    return {
      value: me,
      text: () =>
        chinese
          ? `管理员 ${me.name} 已创建，请执行 myriad login。\n`
          : `Administrator ${me.name} made. Now: myriad login\n`,
    };
  },
});
