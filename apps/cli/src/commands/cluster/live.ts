import { getCluster, getClusterLive, type LiveInstance } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import type { Language } from '../../language.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { clusterArgument, clusterIdOf } from './cluster-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'What each instance says right now; exit 1 when one is silent',
    zh: '各实例的实时状态；有实例不可达时退出码为 1',
  },
  args: [clusterArgument],
  run: async (call) => {
    const { client } = call.server();
    const params = { clusterId: await clusterIdOf(client, argument(call, 'CLUSTER')) };
    const [live, cluster] = await Promise.all([
      client.call(getClusterLive, { params }),
      client.call(getCluster, { params }),
    ]);
    const names = new Map(cluster.instances.map((instance) => [instance.id, instance.name]));
    return {
      value: live,
      exit: live.instances.every((instance) => instance.reachable) ? 'ok' : 'failed',
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (instance) => names.get(instance.instanceId) ?? instance.instanceId },
            { title: columns.state, of: (instance) => reachText(instance, language) },
            { title: columns.version, of: (instance) => instance.version },
            { title: columns.readOnly, of: (instance) => readOnlyText(instance, language) },
            { title: columns.lag, of: (instance) => lagText(instance, language), number: true },
            {
              title: { en: 'SOURCE', zh: '复制源' },
              of: (instance) => instance.source && `${instance.source.host}:${instance.source.port}`,
            },
            { title: { en: 'SEMI-SYNC', zh: '半同步' }, of: (instance) => instance.semiSync },
            { title: { en: 'ERROR', zh: '错误' }, of: (instance) => instance.error },
          ],
          live.instances,
          language,
        ),
    };
  },
});

function reachText(instance: LiveInstance, language: Language): string {
  if (!instance.reachable) return instance.because?.[language] ?? (language === 'zh' ? '不可达' : 'unreachable');
  return language === 'zh' ? '可达' : 'reachable';
}

function readOnlyText({ readOnly, superReadOnly }: LiveInstance, language: Language): string | undefined {
  if (readOnly === undefined) return undefined;
  if (superReadOnly) return 'super';
  if (language === 'zh') return readOnly ? '是' : '否';
  return readOnly ? 'yes' : 'no';
}

/** A broken replication has no lag, it has an unknown one. */
function lagText({ lagSeconds }: LiveInstance, language: Language): string | number | undefined {
  if (lagSeconds === null) return language === 'zh' ? '未知' : 'unknown';
  return lagSeconds;
}
