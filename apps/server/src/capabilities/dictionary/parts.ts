import type { Words } from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db, Tx } from '../../platform/database/schema.ts';

export interface DictionaryParts {
  readonly db: Db;
  readonly clock: Clock;
  /** Lets the columns that wait be judged, in the background. */
  readonly judgeSoon: () => void;
}

/** Writes the audit row in the transaction that acts; `resource` is `<noun>/<id>`. */
export type Note = (tx: Tx, resource: string, words: Words) => Promise<void>;
