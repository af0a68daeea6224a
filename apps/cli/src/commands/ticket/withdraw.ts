import { withdrawTicket } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { shownTicket } from './show-ticket.ts';
import { ticketArgument } from './ticket-argument.ts';

export const command = defineCommand({
  summary: { en: 'Withdraw an own ticket that still waits', zh: '撤回自己提交的待审批工单' },
  args: [ticketArgument],
  run: async (call) =>
    shownTicket(await call.server().client.call(withdrawTicket, { params: { ticketId: argument(call, 'TICKET') } })),
});
