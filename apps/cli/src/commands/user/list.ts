import { listUsers } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';

export const command = defineCommand({
  summary: { en: 'People who may sign in', zh: '用户列表' },
  flags: pageFlags,
  run: async (call) => {
    const page = await call.server().client.call(listUsers, { query: pageQuery(call) });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (user) => user.name },
            { title: columns.role, of: (user) => user.roles.join(' ') },
            {
              title: columns.state,
              of: (user) =>
                (user.disabled ? { en: 'disabled', zh: '已停用' } : { en: 'enabled', zh: '启用' })[language],
            },
            { title: columns.createdAt, of: (user) => timeOf(user.createdAt) },
            { title: columns.id, of: (user) => user.id },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
