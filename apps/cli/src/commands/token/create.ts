import { createToken } from '@myriad/contract';
import { argument, defineCommand, wholeFlag } from '../../command.ts';

export const command = defineCommand({
  summary: { en: 'Make an API token; its secret is shown this once', zh: '创建 API 令牌，密文仅显示这一次' },
  args: [{ name: 'NAME', words: { en: 'What it is for', zh: '用途' } }],
  flags: [{ name: 'days', value: 'N', words: { en: 'It ends after so many days', zh: '有效天数' } }],
  run: async (call) => {
    const days = wholeFlag(call, 'days');
    const expiresAt = days === undefined ? {} : { expiresAt: Date.now() + days * 86_400_000 };
    const token = await call
      .server()
      .client.call(createToken, { body: { name: argument(call, 'NAME'), ...expiresAt } });
    return { value: token, text: () => `${token.secret}\n` };
  },
});
