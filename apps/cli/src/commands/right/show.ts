import { getMyRights, getPersonRights, listUsers } from '@myriad/contract';
import { defineCommand, textFlag } from '../../command.ts';
import { idByName } from '../id-by-name.ts';
import { effectiveText } from './rights-text.ts';

export const command = defineCommand({
  summary: {
    en: 'What you may do, where, and through which grant; administrators ask for others',
    zh: '查看自己在何处拥有何种权限及其来源；管理员可查看他人',
  },
  flags: [{ name: 'person', value: 'USER', words: { en: 'Somebody else', zh: '其他用户' } }],
  run: async (call) => {
    const { client } = call.server();
    const person = textFlag(call, 'person');
    const rights =
      person === undefined
        ? await client.call(getMyRights, {})
        : await client.call(getPersonRights, {
            params: { userId: await idByName(person, (query) => client.call(listUsers, { query })) },
          });
    return { value: rights, text: (language) => effectiveText(rights.rights, language) };
  },
});
