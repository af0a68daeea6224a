import { createUser } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { readSecret } from '../../read-secret.ts';
import { rolesOf } from './role-flags.ts';

export const command = defineCommand({
  summary: { en: 'Add a user', zh: '新增用户' },
  args: [{ name: 'NAME', words: { en: 'Name to sign in with', zh: '登录名' } }],
  flags: [
    {
      name: 'role',
      value: 'ROLE',
      repeat: true,
      words: { en: 'administrator, dba or requester (default)', zh: 'administrator、dba 或 requester（默认）' },
    },
    { name: 'password-stdin', words: { en: 'Password from stdin instead of asking', zh: '从标准输入读取密码' } },
  ],
  run: async (call) => {
    const roles = rolesOf(call);
    const question = call.language === 'zh' ? '新用户的密码：' : 'Password of the new user: ';
    const password = await readSecret(call, 'password-stdin', question);
    const body = { name: argument(call, 'NAME'), password, roles: roles.length > 0 ? roles : ['requester' as const] };
    const user = await call.server().client.call(createUser, { body });
    return { value: user, text: () => `${user.name} ${user.id}\n` };
  },
});
