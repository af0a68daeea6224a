import { listScheduleKinds } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const command = defineCommand({
  summary: {
    en: 'Kinds of tasks that may be scheduled; --json shows their input as JSON Schema',
    zh: '允许定时执行的任务类型；--json 以 JSON Schema 显示其输入',
  },
  run: async (call) => {
    const { items } = await call.server().client.call(listScheduleKinds, {});
    return {
      value: items,
      text: (language) =>
        tableOf(
          [
            { title: columns.kind, of: ({ kind }) => kind },
            {
              title: { en: 'INPUT', zh: '任务输入' },
              of: ({ schema }) => Object.keys(Object(schema.properties)).join(' '),
            },
          ],
          items,
          language,
        ),
    };
  },
});
