import type { Words } from '../words.ts';

export interface UndoSteps {
  readonly statements: readonly string[];
  /** Rows and values that do not come back. */
  readonly lost: readonly Words[];
  /** Parts of the definition that stay as they are, or come back only after somebody helps. */
  readonly remains: readonly Words[];
}

/** What brings back the schema that was, and what it does not bring back; or why nothing does. */
export type Undo = UndoSteps | { readonly impossible: Words };

export const quoteName = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
