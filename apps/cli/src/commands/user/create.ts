import { createUser, Role } from '@myriad/contract';
import { argument, defineCommand, listFlag, UsageError } from '../../command.ts';
import { readSecret } from '../../read-secret.ts';

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
    const roles = listFlag(call, 'role').map((role) => {
      const found = Role.options.find((option) => option === role);
      if (!found) throw new UsageError({ en: `There is no role ${role}.`, zh: `没有角色 ${role}。` });
      return found;
    });
    const question = call.language === 'zh' ? '新用户的密码：' : 'Password of the new user: ';
    const password = await readSecret(call, 'password-stdin', question);
    const body = { name: argument(call, 'NAME'), password, roles: roles.length > 0 ? roles : ['requester' as const] };
    const user = await call.server().client.call(createUser, { body });
    return { value: user, text: () => `${user.name} ${user.id}\n` };
  },
});
