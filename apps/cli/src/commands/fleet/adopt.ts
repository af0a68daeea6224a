import { randomUUID } from 'node:crypto';
import { getDiscovery, submitTicket } from '@myriad/contract';
import { argument, type CommandCall, defineCommand, listFlag, textFlag, UsageError } from '../../command.ts';
import { shownTicket } from '../ticket/show-ticket.ts';

export const command = defineCommand({
  summary: {
    en: 'Ask by a ticket to take over clusters that were found, at the level observe',
    zh: '提交工单，以“观察”级别接管发现的集群',
  },
  args: [{ name: 'DISCOVERY', words: { en: 'Id of the discovery', zh: '发现任务 ID' } }],
  flags: [
    {
      name: 'cluster',
      value: 'KEY=NAME',
      repeat: true,
      words: { en: 'A found cluster and the name it gets', zh: '发现的集群及其名称' },
    },
    {
      name: 'all',
      words: { en: 'All that can be taken over, by their suggested names', zh: '接管全部可接管的集群，使用建议名称' },
    },
    { name: 'environment', value: 'NAME', words: { en: 'Default production', zh: '默认 production' } },
    { name: 'application', value: 'ID', words: { en: 'The application they belong to', zh: '所属应用' } },
    { name: 'reason', value: 'TEXT', words: { en: 'Why, for the approver', zh: '申请原因，供审批人参考' } },
  ],
  examples: ['myriad fleet adopt DISCOVERY --cluster 10.20.0.11:3306=orders --environment production'],
  run: async (call) => {
    const discoveryId = argument(call, 'DISCOVERY');
    const environment = textFlag(call, 'environment');
    const applicationId = textFlag(call, 'application');
    const reason = textFlag(call, 'reason');
    const chosen = await chooseClusters(call, discoveryId);
    const clusters = chosen.map((one) => ({
      ...one,
      ...(environment === undefined ? {} : { environment }),
      ...(applicationId === undefined ? {} : { applicationId }),
    }));
    const ticket = await call.server().client.call(submitTicket, {
      idempotencyKey: randomUUID(),
      body: { kind: 'fleet.adopt', form: { discoveryId, clusters }, ...(reason === undefined ? {} : { reason }) },
    });
    return shownTicket(ticket);
  },
});

async function chooseClusters(
  call: CommandCall,
  discoveryId: string,
): Promise<readonly { key: string; name: string }[]> {
  const named = listFlag(call, 'cluster').map((text) => {
    const at = text.lastIndexOf('=');
    if (at < 1) throw new UsageError({ en: '--cluster takes KEY=NAME.', zh: '--cluster 的格式为 KEY=NAME。' });
    return { key: text.slice(0, at), name: text.slice(at + 1) };
  });
  if (call.flags.all !== true && named.length > 0) return named;
  if (call.flags.all !== true || named.length > 0)
    throw new UsageError({
      en: 'Choose by --cluster KEY=NAME, or take --all.',
      zh: '请用 --cluster KEY=NAME 选择，或使用 --all。',
    });
  const { clusters } = await call.server().client.call(getDiscovery, { params: { discoveryId } });
  return clusters
    .filter(({ abilities }) => abilities.adopt.allowed)
    .map(({ key, suggestedName }) => ({ key, name: suggestedName }));
}
