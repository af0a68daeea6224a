import { removeGroup } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { groupArgument, groupIdOf } from './group-argument.ts';

export const command = defineCommand({
  summary: { en: 'Remove a group with its rights', zh: '删除组及其权限' },
  args: [groupArgument],
  run: async (call) => {
    const params = { groupId: await groupIdOf(call) };
    const gone = await call.server().client.call(removeGroup, { params });
    return {
      value: gone,
      text: (language) =>
        language === 'zh'
          ? `已删除：${gone.people} 人不再通过该组拥有 ${gone.rights} 项权限。\n`
          : `Removed: ${gone.people} people lose the ${gone.rights} rights it gave them.\n`,
    };
  },
});
