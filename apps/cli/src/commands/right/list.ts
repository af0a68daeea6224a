import { listGroups, listRights, listUsers } from '@myriad/contract';
import { defineCommand, textFlag } from '../../command.ts';
import { idByName } from '../id-by-name.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { rightsText } from './rights-text.ts';
import { scopeFlag, scopeOf } from './scope-flag.ts';

export const command = defineCommand({
  summary: { en: 'Who was granted what role on which scope', zh: '授权列表：谁在什么范围拥有什么角色' },
  flags: [
    { name: 'person', value: 'USER', words: { en: 'Granted to this person', zh: '授予该用户的' } },
    { name: 'group', value: 'GROUP', words: { en: 'Granted to this group', zh: '授予该组的' } },
    scopeFlag,
    ...pageFlags,
  ],
  run: async (call) => {
    const { client } = call.server();
    const person = textFlag(call, 'person');
    const group = textFlag(call, 'group');
    const holderId =
      person !== undefined
        ? await idByName(person, (query) => client.call(listUsers, { query }))
        : group !== undefined
          ? await idByName(group, (query) => client.call(listGroups, { query }))
          : undefined;
    const scope = await scopeOf(call);
    const page = await client.call(listRights, {
      query: {
        ...pageQuery(call),
        ...(holderId === undefined ? {} : { holderId }),
        ...(scope ? { scopeKind: scope.kind, scopeId: scope.id } : {}),
      },
    });
    return { value: page, text: (language) => rightsText(page.items, language) + restOf(page, language) };
  },
});
