import { changeLabels, Dimension } from '@myriad/contract';
import { argument, defineCommand, listFlag, UsageError } from '../../command.ts';
import { dimensionArgument } from '../inventory/ask-flags.ts';
import { readLabels } from './read-labels.ts';

export const command = defineCommand({
  summary: {
    en: 'Set labels of one thing, or take them away; the rest stays',
    zh: '设置或移除一个对象的标签，其余不变',
  },
  args: [dimensionArgument, { name: 'ID', words: { en: 'Its id', zh: '对象编号' } }],
  flags: [
    { name: 'set', value: 'KEY=VALUE', repeat: true, words: { en: 'Set this label', zh: '设置标签' } },
    { name: 'remove', value: 'KEY', repeat: true, words: { en: 'Take this one away', zh: '移除标签' } },
  ],
  examples: ['myriad label set cluster 0199c0de --set team=pay --remove old'],
  run: async (call) => {
    const dimension = Dimension.safeParse(argument(call, 'DIMENSION'));
    if (!dimension.success)
      throw new UsageError({
        en: `DIMENSION is one of: ${Dimension.options.join(', ')}.`,
        zh: `DIMENSION 可选值：${Dimension.options.join('、')}。`,
      });
    const labels = readLabels(listFlag(call, 'set'), listFlag(call, 'remove'));
    const params = { dimension: dimension.data, id: argument(call, 'ID') };
    const extras = await call.server().client.call(changeLabels, { params, body: { labels } });
    const lines = Object.entries(extras.labels).map(([key, value]) => `${key}=${value}\n`);
    return { value: extras, text: () => lines.join('') };
  },
});
