import { countInventory } from '@myriad/contract';
import { argument, defineCommand, textFlag } from '../../command.ts';
import { askFlags, dimensionArgument } from './ask-flags.ts';

export const command = defineCommand({
  summary: { en: 'How many a filter finds', zh: '统计符合条件的数量' },
  args: [dimensionArgument],
  flags: askFlags.filter(({ name }) => name === 'where'),
  run: async (call) => {
    const where = textFlag(call, 'where');
    const params = { dimension: argument(call, 'DIMENSION') };
    const found = await call.server().client.call(countInventory, { params, query: where ? { where } : {} });
    return { value: found, text: () => `${found.count}\n` };
  },
});
