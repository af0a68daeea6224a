import { replanTicket } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { shownTicket } from './show-ticket.ts';
import { ticketArgument } from './ticket-argument.ts';

export const command = defineCommand({
  summary: { en: 'Plan a waiting ticket anew from its form', zh: '根据表单重新生成待审批工单的计划' },
  args: [ticketArgument],
  run: async (call) =>
    shownTicket(await call.server().client.call(replanTicket, { params: { ticketId: argument(call, 'TICKET') } })),
});
