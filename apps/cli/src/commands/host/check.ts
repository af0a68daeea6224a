import { checkHost } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { hostArgument, hostIdOf } from './host-argument.ts';
import { shownHost } from './show-host.ts';

export const command = defineCommand({
  summary: {
    en: 'Run the host check now; exit 1 when an item fails',
    zh: '立即执行上架检查；有检查项未通过时退出码为 1',
  },
  args: [hostArgument],
  run: async (call) => {
    const { client } = call.server();
    const hostId = await hostIdOf(client, argument(call, 'HOST'));
    const host = await client.call(checkHost, { params: { hostId } });
    const failed = host.check?.verdicts.some(({ verdict }) => verdict === 'fail') ?? false;
    return shownHost(host, failed ? 'failed' : 'ok');
  },
});
