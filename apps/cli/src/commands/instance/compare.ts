import { compareInstanceParameters } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { instanceArgument, instanceIdOf } from './instance-argument.ts';
import { silentText } from './silent-text.ts';

export const command = defineCommand({
  summary: {
    en: 'Parameters of two instances, only what differs; exit 1 when something does',
    zh: '对比两个实例的参数，仅显示差异；存在差异时退出码为 1',
  },
  args: [instanceArgument, { ...instanceArgument, name: 'OTHER' }],
  flags: [
    {
      name: 'all',
      words: {
        en: 'Also what differs between any two: names, paths, numbers',
        zh: '同时显示必然不同的参数：名称、路径、编号',
      },
    },
  ],
  examples: ['myriad instance compare db-7:3306 db-8:3306'],
  run: async (call) => {
    const { client } = call.server();
    const [instanceId, other] = await Promise.all(
      ['INSTANCE', 'OTHER'].map((name) => instanceIdOf(client, argument(call, name))),
    );
    const input = { params: { instanceId: instanceId ?? '' }, query: { with: other ?? '' } };
    const found = await client.call(compareInstanceParameters, input);
    const items = found.items.filter(({ natural }) => call.flags.all === true || !natural);
    const silent = [found.one, found.other].find(({ from }) => from === 'none');
    const absent = { en: '(not there)', zh: '（不存在）' };
    return {
      value: { ...found, items },
      exit: silent || items.some(({ natural }) => !natural) ? 'failed' : 'ok',
      text: (language) =>
        silent
          ? `${silent.name}: ${silentText(silent.because, language)}`
          : tableOf(
              [
                { title: columns.name, of: ({ name }) => name },
                { title: { en: found.one.name, zh: found.one.name }, of: ({ one }) => one ?? absent[language] },
                { title: { en: found.other.name, zh: found.other.name }, of: (row) => row.other ?? absent[language] },
              ],
              items,
              language,
            ),
    };
  },
});
