import { getHost } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { hostArgument, hostIdOf } from './host-argument.ts';
import { shownHost } from './show-host.ts';

export const command = defineCommand({
  summary: { en: 'One host with its last check', zh: '主机详情与最近一次上架检查' },
  args: [hostArgument],
  run: async (call) => {
    const { client } = call.server();
    const hostId = await hostIdOf(client, argument(call, 'HOST'));
    return shownHost(await client.call(getHost, { params: { hostId } }));
  },
});
