import { listInstances } from '@myriad/contract';
import { defineCommand, textFlag } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { clusterIdOf } from '../cluster/cluster-argument.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { instanceColumns } from './instance-columns.ts';

export const command = defineCommand({
  summary: { en: 'Instances', zh: '实例列表' },
  flags: [
    { name: 'cluster', value: 'CLUSTER', words: { en: 'Only of this cluster', zh: '仅显示该集群的实例' } },
    { name: 'host', value: 'ID', words: { en: 'Only on this host', zh: '仅显示该主机上的实例' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const { client } = call.server();
    const cluster = textFlag(call, 'cluster');
    const hostId = textFlag(call, 'host');
    const clusterId = cluster && (await clusterIdOf(client, cluster));
    const query = { ...pageQuery(call), ...(clusterId ? { clusterId } : {}), ...(hostId ? { hostId } : {}) };
    const page = await client.call(listInstances, { query });
    return {
      value: page,
      text: (language) => tableOf(instanceColumns, page.items, language) + restOf(page, language),
    };
  },
});
