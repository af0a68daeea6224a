import { getTicket, listTasks, TaskState } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand, textFlag } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Tasks, newest first', zh: '任务列表，最新在前' },
  flags: [
    { name: 'state', value: 'STATE', words: { en: 'Only in this state', zh: '仅显示该状态' } },
    { name: 'ticket', value: 'TICKET', words: { en: 'Only of this ticket', zh: '仅显示该工单的任务' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const state = choiceFlag(call, 'state', TaskState.options);
    const { client } = call.server();
    const ticket = textFlag(call, 'ticket');
    const ticketId = ticket && (await client.call(getTicket, { params: { ticketId: ticket } })).id;
    const query = { ...pageQuery(call), ...(state ? { state } : {}), ...(ticketId ? { ticketId } : {}) };
    const page = await client.call(listTasks, { query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.id, of: (task) => task.id },
            { title: columns.state, of: (task) => stateWord(task.state, language) },
            { title: columns.steps, of: (task) => `${task.stepsDone}/${task.stepsTotal}`, number: true },
            { title: columns.title, of: (task) => task.title[language] },
            { title: columns.createdAt, of: (task) => timeOf(task.createdAt) },
            {
              title: { en: 'WAITS FOR', zh: '等待' },
              of: (task) => task.waitsFor.map((lock) => `${lock.resource} (${lock.taskId})`).join(' '),
            },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
