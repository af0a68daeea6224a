import { getAccountScript } from '@myriad/contract';
import { defineCommand, textFlag } from '../../command.ts';

export const command = defineCommand({
  summary: {
    en: 'The script an administrator runs on a host first: OS account, folder, sudoers lines',
    zh: '打印主机准备脚本：由管理员先在主机上运行，创建账号、目录与 sudoers 规则',
  },
  flags: [
    { name: 'user', value: 'USER', words: { en: 'Default myriad', zh: '默认 myriad' } },
    { name: 'base-directory', value: 'PATH', words: { en: 'Default /var/lib/myriad', zh: '默认 /var/lib/myriad' } },
    { name: 'public-key', value: 'TEXT', words: { en: 'The public key to sign in with', zh: '用于登录的公钥' } },
  ],
  examples: ['myriad host account-script --public-key "$(cat key.pub)" > account.sh'],
  run: async (call) => {
    const query = {
      user: textFlag(call, 'user'),
      baseDirectory: textFlag(call, 'base-directory'),
      publicKey: textFlag(call, 'public-key'),
    };
    const answer = await call.server().client.call(getAccountScript, { query });
    return { value: answer, text: () => answer.script };
  },
});
