import { listAudit } from '@myriad/contract';
import { defineCommand, textFlag } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Who did what, newest first', zh: '审计日志，最新在前' },
  flags: [
    {
      name: 'action',
      value: 'ACTION',
      words: { en: 'Only this action, e.g. ticket.approve', zh: '仅显示该操作，例如 ticket.approve' },
    },
    { name: 'actor', value: 'ID', words: { en: 'Only of this user', zh: '仅显示该用户的操作' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const action = textFlag(call, 'action');
    const actorId = textFlag(call, 'actor');
    const query = { ...pageQuery(call), ...(action ? { action } : {}), ...(actorId ? { actorId } : {}) };
    const page = await call.server().client.call(listAudit, { query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.at, of: (row) => timeOf(row.at) },
            { title: columns.who, of: (row) => row.actorName },
            { title: columns.what, of: (row) => row.action },
            { title: { en: 'ON', zh: '对象' }, of: (row) => row.resource },
            { title: columns.outcome, of: (row) => stateWord(row.outcome, language) },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
