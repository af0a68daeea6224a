import { getInstanceParameters, type ParameterView } from '@myriad/contract';
import { argument, defineCommand, textFlag } from '../../command.ts';
import type { Words } from '../../language.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { instanceArgument, instanceIdOf } from './instance-argument.ts';
import { silentText } from './silent-text.ts';

const remembered: Words = {
  en: 'The server does not answer; these are from the last deep look.\n',
  zh: '服务器没有应答，以下为最近一次深度查看的结果。\n',
};

export const command = defineCommand({
  summary: {
    en: 'Parameters of an instance: what runs, from where, and what the next start would take',
    zh: '实例参数：运行值、来源以及下次启动时的值',
  },
  args: [instanceArgument],
  flags: [
    { name: 'like', value: 'TEXT', words: { en: 'Only names with this text', zh: '仅显示名称包含该文字的参数' } },
    {
      name: 'differs',
      words: { en: 'Only those the next start would change', zh: '仅显示下次启动会改变的参数' },
    },
  ],
  examples: ['myriad instance parameters db-7:3306 --like innodb', 'myriad instance parameters db-7:3306 --differs'],
  run: async (call) => {
    const { client } = call.server();
    const params = { instanceId: await instanceIdOf(client, argument(call, 'INSTANCE')) };
    const found = await client.call(getInstanceParameters, { params });
    const like = textFlag(call, 'like')?.toLowerCase() ?? '';
    const items = found.items.filter(
      ({ name, differs }) => name.includes(like) && (call.flags.differs !== true || differs !== undefined),
    );
    return {
      value: { ...found, items },
      exit: found.from === 'none' ? 'failed' : 'ok',
      text: (language) =>
        found.from === 'none'
          ? silentText(found.because, language)
          : (found.from === 'remembered' ? remembered[language] : '') +
            tableOf(
              [
                { title: columns.name, of: ({ name }) => name },
                { title: { en: 'RUNNING', zh: '运行值' }, of: ({ value }) => value },
                { title: { en: 'FROM', zh: '来源' }, of: ({ source }) => source },
                { title: { en: 'AT THE NEXT START', zh: '下次启动时' }, of: nextText },
              ],
              items,
              language,
            ),
    };
  },
});

const nextText = ({ differs, persisted, inFile, recorded }: ParameterView): string | undefined =>
  differs === undefined ? undefined : differs === 'from-record' ? `! ${recorded ?? ''}` : (persisted ?? inFile);
