import { argument, defineCommand, textFlag } from '../../command.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { levelOf } from './grants.ts';
import { submitLeaving } from './leave-ticket.ts';

export const command = defineCommand({
  summary: {
    en: 'Ask by a ticket to lower the level of a cluster: the accounts above it are forgotten',
    zh: '提交降低集群级别的工单：平台将删除更高级别的账号',
  },
  args: [
    clusterArgument,
    { name: 'LEVEL', words: { en: 'observe, back-up or operate', zh: 'observe、back-up 或 operate' } },
  ],
  flags: [{ name: 'reason', value: 'TEXT', words: { en: 'Why, for the approver', zh: '申请原因，供审批人参考' } }],
  examples: ['myriad fleet lower-level orders observe'],
  run: async (call) => {
    const level = levelOf(argument(call, 'LEVEL'));
    const { client } = call.server();
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    const reason = textFlag(call, 'reason');
    return submitLeaving(client, { kind: 'fleet.lower-level', form: { clusterId, level }, reason });
  },
});
