import { listApplications } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Applications', zh: '应用列表' },
  flags: pageFlags,
  run: async (call) => {
    const page = await call.server().client.call(listApplications, { query: pageQuery(call) });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (row) => row.name },
            { title: { en: 'BUSINESS LINE', zh: '业务线' }, of: (row) => row.businessLine },
            { title: columns.owner, of: (row) => row.owner },
            { title: { en: 'LEVEL', zh: '级别' }, of: (row) => stateWord(row.level, language) },
            { title: columns.id, of: (row) => row.id },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
