import { createClient, ProblemAnswer, revokeToken } from '@myriad/contract';
import { defineCommand } from '../command.ts';
import { forgetSignIn, readSignIn } from '../sign-in-file.ts';

export const command = defineCommand({
  summary: { en: 'Revoke the token of this computer and forget it', zh: '吊销并删除本机令牌' },
  run: async ({ env }) => {
    const kept = readSignIn(env);
    if (kept) {
      const client = createClient({ baseUrl: kept.url, headers: { authorization: `Bearer ${kept.token}` } });
      try {
        await client.call(revokeToken, { params: { tokenId: kept.tokenId } });
      } catch (error) {
        // A token the server does not take any more is as good as revoked; anything else keeps the file, to try again.
        if (!(error instanceof ProblemAnswer) || (error.status !== 401 && error.status !== 404)) throw error;
      }
      forgetSignIn(env);
    }
    return { value: {}, text: (language) => (language === 'zh' ? '已退出登录。\n' : 'Signed out.\n') };
  },
});
