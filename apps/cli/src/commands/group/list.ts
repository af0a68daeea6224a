import { listGroups } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';

export const command = defineCommand({
  summary: { en: 'Groups of people; all of them for administrators', zh: '用户组列表；管理员可查看全部' },
  flags: pageFlags,
  run: async (call) => {
    const page = await call.server().client.call(listGroups, { query: pageQuery(call) });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (group) => group.name },
            { title: { en: 'PEOPLE', zh: '人数' }, of: (group) => String(group.members) },
            { title: columns.owner, of: (group) => group.owners.join(' ') },
            { title: columns.createdAt, of: (group) => timeOf(group.createdAt) },
            { title: columns.id, of: (group) => group.id },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
