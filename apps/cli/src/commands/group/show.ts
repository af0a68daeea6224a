import { getGroup } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { groupArgument, groupIdOf, shownGroup } from './group-argument.ts';

export const command = defineCommand({
  summary: { en: 'One group with its people and its rights', zh: '查看组的成员与权限' },
  args: [groupArgument],
  run: async (call) => {
    const params = { groupId: await groupIdOf(call) };
    return shownGroup(await call.server().client.call(getGroup, { params }));
  },
});
