import { listTicketIntake, TicketIntakeView } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Submissions as they came, also refused ones', zh: '原始提交记录，包括被拒绝的' },
  flags: [
    { name: 'outcome', value: 'OUTCOME', words: { en: 'Only with this outcome', zh: '仅显示该结果' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const outcome = choiceFlag(call, 'outcome', TicketIntakeView.shape.outcome.options);
    const query = { ...pageQuery(call), ...(outcome ? { outcome } : {}) };
    const page = await call.server().client.call(listTicketIntake, { query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.id, of: (row) => row.id },
            { title: columns.at, of: (row) => timeOf(row.receivedAt) },
            { title: columns.who, of: (row) => row.by.name },
            { title: columns.outcome, of: (row) => stateWord(row.outcome, language) },
            { title: { en: 'PROBLEM', zh: '问题' }, of: (row) => row.problem },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
