import { Dimension, listLabels } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand, textFlag } from '../../command.ts';
import { tableOf } from '../../table.ts';

export const command = defineCommand({
  summary: { en: 'Labels in use, and how often', zh: '使用中的标签及其数量' },
  flags: [
    {
      name: 'dimension',
      value: 'DIMENSION',
      words: { en: 'host, instance, cluster or application', zh: 'host、instance、cluster 或 application' },
    },
    { name: 'label', value: 'LABEL', words: { en: 'Only this label', zh: '仅显示该标签' } },
  ],
  run: async (call) => {
    const dimension = choiceFlag(call, 'dimension', Dimension.options);
    const key = textFlag(call, 'label');
    const query = { ...(dimension ? { dimension } : {}), ...(key ? { key } : {}) };
    const found = await call.server().client.call(listLabels, { query });
    return {
      value: found,
      text: (language) =>
        tableOf(
          [
            { title: { en: 'OF', zh: '维度' }, of: (row) => row.dimension },
            { title: { en: 'LABEL', zh: '标签' }, of: (row) => `${row.key}=${row.value}` },
            { title: { en: 'COUNT', zh: '数量' }, of: (row) => row.count, number: true },
          ],
          found.items,
          language,
        ),
    };
  },
});
