import { listHostActions } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const command = defineCommand({
  summary: {
    en: 'Actions that can be run on many hosts; --json shows their input',
    zh: '可批量执行的主机操作，--json 显示输入定义',
  },
  run: async (call) => {
    const { items } = await call.server().client.call(listHostActions, {});
    return {
      value: items,
      text: (language) =>
        tableOf(
          [
            { title: columns.name, of: (action) => action.name },
            { title: columns.version, of: (action) => action.version, number: true },
          ],
          items,
          language,
        ),
    };
  },
});
