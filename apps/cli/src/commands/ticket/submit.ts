import { randomUUID } from 'node:crypto';
import { submitTicket } from '@myriad/contract';
import { argument, defineCommand, textFlag } from '../../command.ts';
import { formFlags, readForm } from './form-flags.ts';
import { shownTicket } from './show-ticket.ts';

export const command = defineCommand({
  summary: { en: 'Submit a ticket; it then waits for approval', zh: '提交工单，等待审批' },
  args: [{ name: 'KIND', words: { en: 'Kind of ticket; see ticket kinds', zh: '工单类型，见 ticket kinds' } }],
  flags: [
    ...formFlags,
    { name: 'reason', value: 'TEXT', words: { en: 'Why, for the approver', zh: '申请原因，供审批人参考' } },
    { name: 'application', value: 'ID', words: { en: 'The application it is for', zh: '所属应用' } },
  ],
  examples: ['myriad ticket submit KIND --form form.json --reason "new shop"'],
  run: async (call) => {
    const reason = textFlag(call, 'reason');
    const applicationId = textFlag(call, 'application');
    const ticket = await call.server().client.call(submitTicket, {
      idempotencyKey: randomUUID(),
      body: {
        kind: argument(call, 'KIND'),
        form: await readForm(call),
        ...(reason === undefined ? {} : { reason }),
        ...(applicationId === undefined ? {} : { applicationId }),
      },
    });
    return shownTicket(ticket);
  },
});
