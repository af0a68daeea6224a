import { revokeToken } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';

export const command = defineCommand({
  summary: { en: 'Revoke an API token', zh: '吊销 API 令牌' },
  args: [{ name: 'TOKEN', words: { en: 'Its id; see token list', zh: '令牌 ID，见 token list' } }],
  run: async (call) => {
    const tokenId = argument(call, 'TOKEN');
    await call.server().client.call(revokeToken, { params: { tokenId } });
    return { value: { tokenId }, text: (language) => (language === 'zh' ? '已吊销。\n' : 'Revoked.\n') };
  },
});
