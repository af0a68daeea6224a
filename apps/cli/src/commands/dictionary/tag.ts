import { SensitiveClass, sensitiveClasses, tagColumn, untagColumn } from '@myriad/contract';
import { argument, type CommandCall, defineCommand, UsageError } from '../../command.ts';
import { clusterArgument, clusterIdOf } from '../cluster/cluster-argument.ts';
import { tableArgument, tableNamed } from './table-argument.ts';

const classes = SensitiveClass.options.join(', ');

function classOf(call: CommandCall): SensitiveClass {
  const found = SensitiveClass.safeParse(argument(call, 'CLASS'));
  if (found.success) return found.data;
  throw new UsageError({ en: `CLASS is one of: ${classes}.`, zh: `CLASS 可选值：${classes}。` });
}

export const command = defineCommand({
  summary: {
    en: 'Say that a column is of a sensitive class; --refuse: it is not; --take-back: let the rules judge again',
    zh: '确认列的敏感类别；--refuse 表示并非如此；--take-back 撤回结论，交由规则重新判定',
  },
  args: [
    clusterArgument,
    tableArgument,
    { name: 'COLUMN', words: { en: 'Name of the column', zh: '列名' } },
    { name: 'CLASS', words: { en: `One of: ${classes}`, zh: `类别，可选：${classes}` } },
  ],
  flags: [
    { name: 'refuse', words: { en: 'It is not of that class', zh: '并非该类别' } },
    { name: 'take-back', words: { en: 'Take the decision back', zh: '撤回结论' } },
  ],
  examples: ['myriad dictionary tag orders shop.visit mobile phone'],
  run: async (call) => {
    const { client } = call.server();
    const kind = classOf(call);
    if (call.flags.refuse === true && call.flags['take-back'] === true)
      throw new UsageError({
        en: 'Take one of --refuse and --take-back.',
        zh: '--refuse 与 --take-back 请只用其中一个。',
      });
    const clusterId = await clusterIdOf(client, argument(call, 'CLUSTER'));
    const table = await tableNamed(client, clusterId, argument(call, 'TABLE'));
    const wanted = argument(call, 'COLUMN');
    const column = table.columns.find(({ name }) => name === wanted);
    if (!column) throw new UsageError({ en: `There is no column ${wanted} in it.`, zh: `该表没有列 ${wanted}。` });
    const params = { clusterId, columnId: column.id, class: kind };
    const words = sensitiveClasses[kind];
    if (call.flags['take-back'] === true) {
      await client.call(untagColumn, { params });
      return {
        value: { column: column.id, class: kind, state: null },
        text: (language) => (language === 'zh' ? `已撤回：${words.zh}\n` : `taken back: ${words.en}\n`),
      };
    }
    const state = call.flags.refuse === true ? 'refused' : 'confirmed';
    const tag = await client.call(tagColumn, { params, body: { state } });
    return {
      value: tag,
      text: (language) =>
        language === 'zh'
          ? `${wanted}：${words.zh}${state === 'refused' ? '（已否定）' : '（已确认）'}\n`
          : `${wanted}: ${words.en} ${state}\n`,
    };
  },
});
