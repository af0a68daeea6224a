import type { KnownStatement } from '../ast/statement.ts';
import type { Sign } from '../keywords/words.ts';
import { accountFamily } from './account.ts';
import { adminFamily } from './admin.ts';
import { compoundFamily } from './compound.ts';
import type { Cursor } from './cursor.ts';
import { definitionFamily } from './definitions.ts';
import { dmlFamily } from './dml.ts';
import { explainFamily } from './explain.ts';
import { maintenanceFamily } from './maintenance.ts';
import { programFamily } from './program.ts';
import { replicationFamily } from './replication.ts';
import { queryFamily } from './select-statement.ts';
import { setFamily } from './set.ts';
import { showFamily } from './show.ts';
import { transactionFamily } from './transaction.ts';
import { routineFamily } from './trigger-event.ts';

/**
 * How the statements of one family begin. A family file exports an array of these; the first entry whose words stand at
 * the start and whose `when` (if any) agrees parses the statement. Longer word lists go first within a family.
 */
export interface StatementStart {
  readonly words: readonly [Sign, ...Sign[]];
  /** Looks further than the words: flavour, version, a word later on. The cursor stands on the first word. */
  readonly when?: (p: Cursor) => boolean;
  /** The cursor stands on the first word. @throws SyntaxFault */
  readonly parse: (p: Cursor) => KnownStatement;
}

/** A line for each family. */
const families: readonly (readonly StatementStart[])[] = [
  queryFamily,
  dmlFamily,
  definitionFamily,
  transactionFamily,
  setFamily,
  showFamily,
  explainFamily,
  accountFamily,
  compoundFamily,
  routineFamily,
  programFamily,
  replicationFamily,
  maintenanceFamily,
  adminFamily,
];

const byFirstWord: ReadonlyMap<string, readonly StatementStart[]> = Map.groupBy(
  families.flat(),
  ({ words }) => words[0],
);

/** Beginnings that share the first word; empty when no family knows it. */
export function startsWith(sign: string): readonly StatementStart[] {
  return byFirstWord.get(sign) ?? [];
}
