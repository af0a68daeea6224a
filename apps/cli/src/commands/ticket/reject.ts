import { rejectTicket } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { shownTicket } from './show-ticket.ts';
import { ticketArgument } from './ticket-argument.ts';

export const command = defineCommand({
  summary: { en: 'Reject a waiting ticket, with a reason', zh: '驳回待审批的工单，须说明原因' },
  args: [ticketArgument],
  flags: [{ name: 'comment', value: 'TEXT', words: { en: 'Why (needed)', zh: '驳回原因（必填）' } }],
  run: async (call) => {
    const comment = textFlag(call, 'comment');
    if (!comment) throw new UsageError({ en: 'Say why: --comment.', zh: '请用 --comment 说明驳回原因。' });
    const params = { ticketId: argument(call, 'TICKET') };
    return shownTicket(await call.server().client.call(rejectTicket, { params, body: { comment } }));
  },
});
