import { removeHost } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { hostArgument, hostIdOf } from './host-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Forget a host that carries nothing; nothing on it is touched',
    zh: '移除没有实例的主机记录，不改动主机本身',
  },
  args: [hostArgument],
  run: async (call) => {
    const { client } = call.server();
    const hostId = await hostIdOf(client, argument(call, 'HOST'));
    await client.call(removeHost, { params: { hostId } });
    return { value: { hostId }, text: (language) => (language === 'zh' ? '已移除。\n' : 'Removed.\n') };
  },
});
