import { setGroupMember } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { groupArgument, groupIdOf, shownGroup } from './group-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Add a person to a group, or make one an owner or a plain member',
    zh: '将用户加入组，或设为负责人、普通成员',
  },
  args: [groupArgument, { name: 'USER', words: { en: 'Name or id of the user', zh: '用户名或 ID' } }],
  flags: [{ name: 'owner', words: { en: 'May add people and take them out', zh: '负责人，可增减成员' } }],
  run: async (call) => {
    const params = { groupId: await groupIdOf(call) };
    const body = { person: argument(call, 'USER'), owner: call.flags.owner === true };
    return shownGroup(await call.server().client.call(setGroupMember, { params, body }));
  },
});
