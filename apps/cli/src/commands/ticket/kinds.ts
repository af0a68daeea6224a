import { listTicketKinds } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const command = defineCommand({
  summary: { en: 'What can be asked for; --json shows each form', zh: '可提交的工单类型，--json 显示表单定义' },
  run: async ({ server }) => {
    const { items } = await server().client.call(listTicketKinds, {});
    return {
      value: items,
      text: (language) =>
        tableOf(
          [
            { title: columns.kind, of: (kind) => kind.kind },
            { title: columns.title, of: (kind) => kind.title[language] },
            {
              title: { en: 'NEEDS', zh: '必填项' },
              of: (kind) => (Array.isArray(kind.schema.required) ? kind.schema.required.join(' ') : ''),
            },
            { title: { en: 'NOT OPEN BECAUSE', zh: '不可提交原因' }, of: (kind) => kind.open.words?.[language] },
          ],
          items,
          language,
        ),
    };
  },
});
