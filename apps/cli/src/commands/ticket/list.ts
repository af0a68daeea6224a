import { listTickets, TicketState } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Tickets, newest first', zh: '工单列表，最新在前' },
  flags: [
    { name: 'state', value: 'STATE', words: { en: 'Only in this state', zh: '仅显示该状态' } },
    { name: 'mine', words: { en: 'Only my own', zh: '仅显示我提交的' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const state = choiceFlag(call, 'state', TicketState.options);
    const query = { ...pageQuery(call), ...(state ? { state } : {}), ...(call.flags.mine ? { mine: 'true' } : {}) };
    const page = await call.server().client.call(listTickets, { query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.number, of: (ticket) => ticket.number },
            { title: columns.state, of: (ticket) => stateWord(ticket.state, language) },
            { title: columns.title, of: (ticket) => ticket.title[language] },
            { title: columns.openedBy, of: (ticket) => ticket.openedBy.name },
            { title: columns.at, of: (ticket) => timeOf(ticket.openedAt) },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
