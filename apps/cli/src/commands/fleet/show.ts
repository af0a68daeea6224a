import { getDiscovery } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { shownDiscovery } from './show-discovery.ts';

export const command = defineCommand({
  summary: { en: 'A discovery and what it found', zh: '查看一次发现及其结果' },
  args: [{ name: 'DISCOVERY', words: { en: 'Its id', zh: '发现任务 ID' } }],
  run: async (call) =>
    shownDiscovery(
      await call.server().client.call(getDiscovery, { params: { discoveryId: argument(call, 'DISCOVERY') } }),
    ),
});
