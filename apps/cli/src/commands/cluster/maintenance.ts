import { setClusterMaintenance } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError, wholeFlag } from '../../command.ts';
import { clusterArgument, clusterIdOf } from './cluster-argument.ts';
import { shownCluster } from './show-cluster.ts';

export const command = defineCommand({
  summary: {
    en: 'Maintenance mode: begin with --reason and --minutes, or --end',
    zh: '维护模式：--reason 与 --minutes 开始，--end 结束',
  },
  args: [clusterArgument],
  flags: [
    { name: 'reason', value: 'TEXT', words: { en: 'Why', zh: '原因' } },
    { name: 'minutes', value: 'N', words: { en: 'It ends by itself after so long', zh: '持续分钟数，到时自动结束' } },
    { name: 'end', words: { en: 'End it now', zh: '立即结束' } },
  ],
  run: async (call) => {
    const { client } = call.server();
    const reason = textFlag(call, 'reason');
    const minutes = wholeFlag(call, 'minutes');
    const end = call.flags.end === true;
    if (!end && (!reason || !minutes))
      throw new UsageError({
        en: 'Give --reason and --minutes, or --end.',
        zh: '请给出 --reason 与 --minutes，或使用 --end。',
      });
    const maintenance = end || !reason || !minutes ? null : { reason, until: Date.now() + minutes * 60_000 };
    const params = { clusterId: await clusterIdOf(client, argument(call, 'CLUSTER')) };
    return shownCluster(await client.call(setClusterMaintenance, { params, body: { maintenance } }));
  },
});
