import { argument, defineCommand } from '../../command.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { showCompliance } from './show-compliance.ts';

export const command = defineCommand({
  summary: {
    en: 'What differs on a cluster and the way back; exit 1 when something does',
    zh: '查看集群的不符项与处理方式；存在不符时退出码为 1',
  },
  args: [clusterArgument],
  examples: ['myriad standard show orders'],
  run: async (call) => {
    const { client } = call.server();
    return showCompliance(client, await clusterIdOf(client, argument(call, 'CLUSTER')));
  },
});
