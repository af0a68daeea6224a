import { getTicket } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { shownTicket } from './show-ticket.ts';
import { ticketArgument } from './ticket-argument.ts';

export const command = defineCommand({
  summary: { en: 'One ticket: its plan while it waits, its parts, its history', zh: '工单详情：计划、子工单与历史' },
  args: [ticketArgument],
  run: async (call) =>
    shownTicket(await call.server().client.call(getTicket, { params: { ticketId: argument(call, 'TICKET') } })),
});
