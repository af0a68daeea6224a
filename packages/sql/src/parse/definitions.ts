import { alterTableFamily } from './alter-table.ts';
import { createTableFamily } from './create-table.ts';
import type { StatementStart } from './families.ts';
import { indexFamily } from './indexes.ts';

export const definitionFamily: readonly StatementStart[] = [...createTableFamily, ...indexFamily, ...alterTableFamily];
