import { getCluster } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { clusterArgument, clusterIdOf } from './cluster-argument.ts';
import { shownCluster } from './show-cluster.ts';

export const command = defineCommand({
  summary: { en: 'One cluster with its instances', zh: '集群详情与实例' },
  args: [clusterArgument],
  run: async (call) => {
    const { client } = call.server();
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    return shownCluster(await client.call(getCluster, { params: { clusterId } }));
  },
});
