import { argument, defineCommand, textFlag } from '../../command.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { submitLeaving } from './leave-ticket.ts';

export const command = defineCommand({
  summary: {
    en: 'Ask by a ticket to let a cluster go that was taken over: nothing is changed on its servers',
    zh: '提交解除接管的工单：不在其服务器上做任何修改',
  },
  args: [clusterArgument],
  flags: [{ name: 'reason', value: 'TEXT', words: { en: 'Why, for the approver', zh: '申请原因，供审批人参考' } }],
  examples: ['myriad fleet release orders'],
  run: async (call) => {
    const { client } = call.server();
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    return submitLeaving(client, { kind: 'fleet.release', form: { clusterId }, reason: textFlag(call, 'reason') });
  },
});
