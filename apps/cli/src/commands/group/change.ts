import { changeGroup } from '@myriad/contract';
import { defineCommand, textFlag, UsageError } from '../../command.ts';
import { groupArgument, groupIdOf, shownGroup } from './group-argument.ts';

export const command = defineCommand({
  summary: { en: 'Rename a group, or describe it anew', zh: '修改组名或说明' },
  args: [groupArgument],
  flags: [
    { name: 'name', value: 'TEXT', words: { en: 'The new name', zh: '新的组名' } },
    { name: 'description', value: 'TEXT', words: { en: 'Who belongs to it', zh: '说明' } },
  ],
  run: async (call) => {
    const name = textFlag(call, 'name');
    const description = textFlag(call, 'description');
    if (name === undefined && description === undefined)
      throw new UsageError({ en: 'Give --name or --description.', zh: '请给出 --name 或 --description。' });
    const params = { groupId: await groupIdOf(call) };
    const body = { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) };
    return shownGroup(await call.server().client.call(changeGroup, { params, body }));
  },
});
