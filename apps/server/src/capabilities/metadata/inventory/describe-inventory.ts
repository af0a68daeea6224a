import type { Dimension, DimensionView } from '@myriad/contract';
import type { z } from 'zod';
import type { Reader } from '../../../platform/database/schema.ts';
import type { Column } from '../../../platform/filter/collection.ts';
import { selectCustomFields } from '../store/extras.ts';
import { dimensions, dimensionWords, standardFields } from './dimensions.ts';

export const viewColumn = ({ name, type, words, nullable, choices }: Column) => ({
  name,
  type,
  words,
  nullable: nullable ?? false,
  ...(choices ? { choices: [...choices] } : {}),
});

/** What there is to ask for; custom fields stand among the columns by their own words. */
export async function describeInventory(db: Reader): Promise<z.input<typeof DimensionView>[]> {
  const custom = await selectCustomFields(db);
  return Object.values(dimensions(custom, 'everything')).map((collection) => {
    const name = collection.name as Dimension;
    const own = custom
      .filter(({ dimension }) => dimension === name)
      .map((field) => ({
        name: `field.${field.name}`,
        type: field.type === 'number' || field.type === 'date' ? field.type : ('text' as const),
        words: field.words,
        nullable: true,
        ...(field.type === 'choice' ? { choices: [...field.choices] } : {}),
      }));
    return {
      name,
      words: dimensionWords[name],
      columns: [...collection.columns.map(viewColumn), ...own],
      links: (collection.links ?? []).map(({ to, many }) => ({ to: to as Dimension, many })),
      keyed: Object.entries(collection.keyed ?? {}).map(([key, { words }]) => ({ name: key, words })),
      fields: standardFields[name].split(','),
    };
  });
}
