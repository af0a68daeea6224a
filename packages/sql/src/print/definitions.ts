import { alterTablePrinters } from './alter-table.ts';
import { createTablePrinters } from './create-table.ts';
import { objectPrinters } from './objects.ts';
import { partitionPrinters } from './partition.ts';

export const definitionPrinters = {
  ...createTablePrinters,
  ...partitionPrinters,
  ...alterTablePrinters,
  ...objectPrinters,
};
