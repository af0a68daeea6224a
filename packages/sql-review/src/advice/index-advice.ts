import type { DdlPrediction } from '../predict/predict-ddl.ts';
import type { Words } from '../words.ts';

/** A text whose statements are advised on together with those of others. */
export interface AdviceSource {
  /** File or place; '' for the only one. */
  readonly name: string;
  readonly text: string;
}

/** Where a statement stands, and how often it runs. Offsets are UTF-16 positions in its source. */
export interface StatementPlace {
  readonly source: string;
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly fingerprint: string;
  readonly sql: string;
  /** Told by the caller, else how often it stands in the sources. */
  readonly executions: number;
}

/** What an index does for a statement: estimated rows one execution reads, with all other advice taken. */
export interface ServedStatement extends StatementPlace {
  readonly rowsBefore: number;
  readonly rowsAfter: number;
}

/** An index worth having. */
export interface IndexAdvice {
  /** `show`: it is there, but hidden from the optimizer. */
  readonly action: 'create' | 'show';
  readonly schema: string | undefined;
  readonly table: string;
  readonly index: string;
  /** As the DDL has them: `a`, `b` DESC, `c`(64). */
  readonly parts: readonly string[];
  readonly ddl: string;
  /** What takes it back. */
  readonly undo: string;
  readonly serves: readonly ServedStatement[];
  /** Over all executions. */
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly reason: Words;
  /** What it costs: an estimate in bytes, statements of the set that must keep it up to date, the DDL. */
  readonly sizeBytes: number | undefined;
  readonly writes: readonly StatementPlace[];
  readonly writeCost: Words;
  readonly prediction: DdlPrediction | undefined;
  /** Indexes that become its left prefix. */
  readonly makesRedundant: readonly string[];
  readonly cautions: readonly Words[];
  /** Rests on the definition alone, on numbers of the server too, or was tried on one. */
  readonly confidence: 'schema' | 'statistics' | 'proven';
  readonly proof: AdviceProof | undefined;
}

/** What came of trying it: all advice was tried together. */
export interface AdviceProof {
  /** Why the index could not be made. */
  readonly notMade: string | undefined;
  readonly runs: readonly ProvenRun[];
}

export interface ProvenRun {
  readonly source: string;
  readonly line: number;
  /** Rows by the server's own counters; `undefined`: it could not be run. */
  readonly rowsBefore: number | undefined;
  readonly rowsAfter: number | undefined;
  readonly millisecondsBefore: number | undefined;
  readonly millisecondsAfter: number | undefined;
  /** The server chose this index for it. */
  readonly isUsed: boolean;
  readonly problem: Words | undefined;
}

/** Why a place in a statement cannot use any index. */
export interface AdviceRemark {
  readonly source: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly words: Words;
}

export interface AdviceSet {
  /** The most useful first. */
  readonly advice: readonly IndexAdvice[];
  readonly remarks: readonly AdviceRemark[];
  /** Different statements that were looked at, and tables whose definitions nobody told. */
  readonly statements: number;
  readonly unknownTables: readonly string[];
}
