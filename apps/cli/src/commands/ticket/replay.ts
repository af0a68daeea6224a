import { replayTicketIntake } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { shownTicket } from './show-ticket.ts';

export const command = defineCommand({
  summary: { en: 'Process a stored submission again', zh: '重新处理一条原始提交' },
  args: [{ name: 'SUBMISSION', words: { en: 'Its id; see ticket intake', zh: '提交记录 ID，见 ticket intake' } }],
  run: async (call) => {
    const params = { intakeId: argument(call, 'SUBMISSION') };
    return shownTicket(await call.server().client.call(replayTicketIntake, { params }));
  },
});
