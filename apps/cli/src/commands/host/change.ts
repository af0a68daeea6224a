import { changeHost } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { hostArgument, hostIdOf } from './host-argument.ts';
import { shownHost } from './show-host.ts';

export const command = defineCommand({
  summary: { en: 'Edit a host, or take it out of service', zh: '修改主机信息，或将其停用' },
  args: [hostArgument],
  flags: [
    { name: 'name', value: 'NAME', words: { en: 'Another name', zh: '新名称' } },
    { name: 'address', value: 'ADDRESS', words: { en: 'Another address', zh: '新地址' } },
    { name: 'zone', value: 'ZONE', words: { en: 'Another zone', zh: '新机房' } },
    {
      name: 'out-of-service',
      value: 'yes|no',
      words: {
        en: 'Known, but never chosen; back from there it is checked again',
        zh: '停用：保留记录但不再分配；恢复后需重新检查',
      },
    },
  ],
  run: async (call) => {
    const outOfService = choiceFlag(call, 'out-of-service', ['yes', 'no']);
    const given = Object.entries({
      name: textFlag(call, 'name'),
      address: textFlag(call, 'address'),
      zone: textFlag(call, 'zone'),
      outOfService: outOfService && outOfService === 'yes',
    }).filter(([, value]) => value !== undefined);
    if (given.length === 0) throw new UsageError({ en: 'Say what to change.', zh: '请指定要修改的内容。' });
    const { client } = call.server();
    const params = { hostId: await hostIdOf(client, argument(call, 'HOST')) };
    return shownHost(await client.call(changeHost, { params, body: Object.fromEntries(given) }));
  },
});
