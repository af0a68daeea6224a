import { randomUUID } from 'node:crypto';
import { getCluster, lookAtCluster } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { shownLooks } from '../instance/shown-looks.ts';
import { clusterArgument, clusterIdOf } from './cluster-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Look at every instance of a cluster now, without waiting for the sweep; exit 1 when one does not answer',
    zh: '立即查看集群的所有实例，无需等待巡查；有实例无应答时退出码为 1',
  },
  args: [clusterArgument],
  run: async (call) => {
    const { client } = call.server();
    const params = { clusterId: await clusterIdOf(client, argument(call, 'CLUSTER')) };
    const { items } = await client.call(lookAtCluster, { params, idempotencyKey: randomUUID() });
    const { instances } = await client.call(getCluster, { params });
    return shownLooks(items, new Map(instances.map(({ id, name }) => [id, name])));
  },
});
