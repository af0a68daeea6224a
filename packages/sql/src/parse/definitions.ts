import { createTableFamily } from './create-table.ts';
import type { StatementStart } from './families.ts';

export const definitionFamily: readonly StatementStart[] = [...createTableFamily];
