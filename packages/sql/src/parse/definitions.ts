import { alterTableFamily } from './alter-table.ts';
import { createTableFamily } from './create-table.ts';
import type { StatementStart } from './families.ts';
import { indexFamily } from './indexes.ts';
import { objectFamily } from './objects.ts';
import { sequenceFamily } from './sequence.ts';
import { serverObjectFamily } from './server-objects.ts';
import { storageFamily } from './storage.ts';
import { viewFamily } from './views.ts';

export const definitionFamily: readonly StatementStart[] = [
  ...createTableFamily,
  ...serverObjectFamily,
  ...indexFamily,
  ...alterTableFamily,
  ...viewFamily,
  ...objectFamily,
  ...storageFamily,
  ...sequenceFamily,
];
