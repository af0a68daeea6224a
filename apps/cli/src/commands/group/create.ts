import { createGroup } from '@myriad/contract';
import { argument, defineCommand, textFlag } from '../../command.ts';
import { shownGroup } from './group-argument.ts';

export const command = defineCommand({
  summary: { en: 'Add a group of people', zh: '新增用户组' },
  args: [{ name: 'NAME', words: { en: 'What people call it', zh: '组名' } }],
  flags: [{ name: 'description', value: 'TEXT', words: { en: 'Who belongs to it', zh: '说明' } }],
  run: async (call) => {
    const body = { name: argument(call, 'NAME'), description: textFlag(call, 'description') ?? '' };
    return shownGroup(await call.server().client.call(createGroup, { body }));
  },
});
