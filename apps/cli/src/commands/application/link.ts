import { classifyCluster } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { applicationIdOf } from './application-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Say to which application, environment and size a cluster belongs',
    zh: '设置集群所属的应用、环境与规格',
  },
  args: [clusterArgument],
  flags: [
    {
      name: 'application',
      value: 'NAME|none',
      words: { en: 'Name or id; none takes the link away', zh: '应用名称或编号；none 为取消关联' },
    },
    { name: 'environment', value: 'NAME', words: { en: 'Another environment', zh: '新环境' } },
    {
      name: 'specification',
      value: 'NAME|none',
      words: { en: 'Named size of its instances', zh: '实例规格；none 为清除' },
    },
  ],
  examples: ['myriad application link orders-1 --application orders --environment prod --specification small'],
  run: async (call) => {
    const { client } = call.server();
    const application = textFlag(call, 'application');
    const environment = textFlag(call, 'environment');
    const specification = textFlag(call, 'specification');
    if ((application ?? environment ?? specification) === undefined)
      throw new UsageError({ en: 'Say what to change.', zh: '请指定要修改的内容。' });
    const body = {
      ...(application === undefined
        ? {}
        : { applicationId: application === 'none' ? null : await applicationIdOf(client, application) }),
      ...(environment === undefined ? {} : { environment }),
      ...(specification === undefined ? {} : { specification: specification === 'none' ? null : specification }),
    };
    const params = { clusterId: await clusterIdOf(client, argument(call, 'CLUSTER')) };
    const cluster = await client.call(classifyCluster, { params, body });
    const { id, ...rest } = cluster;
    const line = Object.entries(rest).map(([name, value]) => `${name}=${value ?? '-'}`);
    return { value: cluster, text: () => `${id} ${line.join(' ')}\n` };
  },
});
