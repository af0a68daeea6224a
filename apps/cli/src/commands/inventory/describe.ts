import { describeInventory } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';

export const command = defineCommand({
  summary: { en: 'What a filter can speak of: columns of each dimension', zh: '各维度可用于过滤与显示的列' },
  run: async (call) => {
    const inventory = await call.server().client.call(describeInventory, {});
    return {
      value: inventory,
      text: (language) =>
        inventory.items
          .map(({ name, columns: own, links, keyed }) => {
            const leads = [...links.map(({ to }) => `${to}.…`), ...keyed.map((each) => `${each.name}.…`)].join(' ');
            const rows = tableOf(
              [
                { title: columns.name, of: (row) => row.name },
                { title: columns.kind, of: (row) => row.type },
                { title: { en: 'MEANING', zh: '含义' }, of: (row) => row.words[language] },
                { title: { en: 'VALUES', zh: '可取值' }, of: (row) => row.choices?.join(' ') },
              ],
              own,
              language,
            );
            return `${name}  ${leads}\n${rows}`;
          })
          .join('\n'),
    };
  },
});
