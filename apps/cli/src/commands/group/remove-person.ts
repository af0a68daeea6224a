import { getGroup, removeGroupMember } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { groupArgument, groupIdOf } from './group-argument.ts';

export const command = defineCommand({
  summary: { en: 'Take a person out of a group, or leave it oneself', zh: '将用户移出组，或自己退出' },
  args: [groupArgument, { name: 'USER', words: { en: 'Name or id of the user', zh: '用户名或 ID' } }],
  run: async (call) => {
    const { client } = call.server();
    const groupId = await groupIdOf(call);
    const wanted = argument(call, 'USER');
    const { people } = await client.call(getGroup, { params: { groupId } });
    const userId = people.find(({ name }) => name === wanted)?.id ?? wanted;
    await client.call(removeGroupMember, { params: { groupId, userId } });
    return { value: { groupId, userId }, text: (language) => (language === 'zh' ? '已移出。\n' : 'Taken out.\n') };
  },
});
