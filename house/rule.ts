import type { SourceFile } from './source-files.ts';

/** A wall of the house. */
export interface Rule {
  readonly id: string;
  /** What rots without it. */
  readonly why: string;
  /** Faults of one file, in words; none where the rule does not look. */
  readonly check: (file: SourceFile) => readonly string[];
  /** Files that must be found faulty: a rule that cannot go red guards nothing. */
  readonly bad: readonly SourceFile[];
  /** Files that must pass. */
  readonly good: readonly SourceFile[];
  /** Paths that break it today, each to be mended; one that no longer breaks it must leave the list. */
  readonly notYet?: readonly string[];
}

/** Tests and what they stand on live by freer rules. */
export const isTestFile = (path: string): boolean =>
  /\.test\.tsx?$|(^|\/)(testing|test-[a-z-]+)\.ts$|\/(testing|crash|e2e)\//.test(path);

/** The code without comments, so that what a comment says is not taken for what the code does. */
export const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, ' ').replaceAll(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
