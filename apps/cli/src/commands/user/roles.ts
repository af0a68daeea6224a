import { changeUserRoles } from '@myriad/contract';
import { defineCommand, UsageError } from '../../command.ts';
import { rolesOf } from './role-flags.ts';
import { userArgument, userIdOf } from './user-argument.ts';

export const command = defineCommand({
  summary: { en: 'Set the roles of a user', zh: '设置用户的角色' },
  args: [userArgument],
  flags: [
    {
      name: 'role',
      value: 'ROLE',
      repeat: true,
      words: {
        en: 'administrator, dba or requester; give all they shall have',
        zh: 'administrator、dba 或 requester；须给出全部角色',
      },
    },
  ],
  examples: ['myriad user roles li --role dba --role requester'],
  run: async (call) => {
    const roles = rolesOf(call);
    if (roles.length === 0) throw new UsageError({ en: 'Give at least one --role.', zh: '请至少指定一个 --role。' });
    const params = { userId: await userIdOf(call) };
    const user = await call.server().client.call(changeUserRoles, { params, body: { roles } });
    return { value: user, text: () => `${user.name} ${user.roles.join(' ')}\n` };
  },
});
