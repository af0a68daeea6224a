import { randomUUID } from 'node:crypto';
import { approveTicket, getTicket } from '@myriad/contract';
import { argument, type CommandCall, defineCommand, textFlag, UsageError } from '../../command.ts';
import { shownTicket, ticketText } from './show-ticket.ts';
import { ticketArgument } from './ticket-argument.ts';

export const command = defineCommand({
  summary: { en: 'Approve exactly the plan you saw', zh: '审批通过：仅执行您所看到的计划' },
  args: [ticketArgument],
  flags: [
    {
      name: 'plan-hash',
      value: 'HASH',
      words: {
        en: 'Of the plan you saw; without it the plan is shown and asked',
        zh: '已查看的计划哈希；省略时先显示计划再询问',
      },
    },
    {
      name: 'after-freeze',
      words: { en: 'In a change freeze: begin when it is over', zh: '封网期内：封网结束后再执行' },
    },
    {
      name: 'override-freeze',
      value: 'REASON',
      words: {
        en: 'In a change freeze: begin now, for this reason (administrators)',
        zh: '封网期内：立即执行并说明原因（仅管理员）',
      },
    },
    { name: 'comment', value: 'TEXT', words: { en: 'Kept with the approval', zh: '审批意见' } },
  ],
  run: async (call) => {
    const { client } = call.server();
    const params = { ticketId: argument(call, 'TICKET') };
    const comment = textFlag(call, 'comment');
    const planHash = textFlag(call, 'plan-hash') ?? (await askForHash(call));
    const freeze = freezeChoice(call);
    const body = { planHash, ...(comment === undefined ? {} : { comment }), ...(freeze ? { freeze } : {}) };
    return shownTicket(await client.call(approveTicket, { params, body, idempotencyKey: randomUUID() }));
  },
});

function freezeChoice(call: CommandCall) {
  const reason = textFlag(call, 'override-freeze');
  if (call.flags['after-freeze'] !== true)
    return reason === undefined ? undefined : { choice: 'override' as const, reason };
  if (reason === undefined) return { choice: 'wait' as const };
  throw new UsageError({
    en: 'Give --after-freeze or --override-freeze, not both.',
    zh: '--after-freeze 与 --override-freeze 只能选择其一。',
  });
}

/** Nobody approves what they did not see: the plan is put before them, and its hash is what they agree to. */
async function askForHash(call: CommandCall): Promise<string> {
  const hashNeeded = new UsageError({
    en: 'Give the hash of the plan you saw: --plan-hash (ticket show prints it).',
    zh: '请用 --plan-hash 给出已查看的计划哈希（ticket show 会显示）。',
  });
  if (!call.terminal.canAsk || call.json) throw hashNeeded;
  const ticket = await call.server().client.call(getTicket, { params: { ticketId: argument(call, 'TICKET') } });
  call.terminal.err(ticketText(ticket, call.language));
  const question = call.language === 'zh' ? '执行此计划？[y/N] ' : 'Run this plan? [y/N] ';
  const answer = await call.terminal.ask(`\n${question}`);
  if (!/^(y|yes|是)$/i.test(answer.trim()) || ticket.planHash === undefined)
    throw new UsageError({ en: 'Not approved.', zh: '未审批。' });
  return ticket.planHash;
}
