import { dirname, join, relative, resolve } from 'node:path';
import { fingerprint } from '@myriad/sql';
import {
  addFile,
  addToTally,
  collectBaseline,
  emptyLayer,
  emptyTally,
  type Gate,
  isExpired,
  makeLetGo,
  makePlaces,
  type Report,
  type ReviewFacts,
  type ReviewOptions,
  type Rule,
  type StandingSuppression,
  streamReviews,
  type Tally,
  verdictOf,
} from '@myriad/sql-review';
import { makeBaselines } from './baseline-file.ts';
import { chooseRules } from './choose-rules.ts';
import { type FoundPolicy, makePolicies } from './find-policy.ts';
import { piecewise } from './piecewise.ts';
import type { ReviewArguments } from './read-arguments.ts';
import { readScript } from './read-script.ts';

/** How one file is judged. */
interface PlannedFile extends Omit<ReviewOptions, 'dialect' | 'facts'> {
  readonly name: string;
  readonly gate: Gate;
}

/** What is known of the world: the same for each file, or asked for each. */
export interface Known {
  readonly dialect: ReviewOptions['dialect'];
  readonly factsOf: (text: string) => Promise<ReviewFacts>;
}

export interface ReviewPlan {
  readonly files: readonly PlannedFile[];
  /** Where all files have one and the same. */
  readonly gate: Gate;
  /** Suppressions that were met and no longer hold. */
  readonly expired: readonly StandingSuppression[];
  readonly ownRules: readonly Rule[];
  /** Absolute: where `--write-baseline` writes. */
  readonly baselinePath: string;
}

/** Which policy, rules and baseline each file has; nothing is reviewed yet. @throws InputFault */
export async function planFiles(names: readonly string[], given: ReviewArguments, today: string): Promise<ReviewPlan> {
  const policyOf = makePolicies({ ...given, file: given.policy });
  const baselineOf = makeBaselines();
  const policies = new Map<string, FoundPolicy | undefined>();
  for (const name of names) policies.set(name, await policyOf(name));
  const files: PlannedFile[] = [];
  for (const [name, policy] of policies) {
    const layer = policy?.layer ?? emptyLayer;
    const baseline = given.baseline ?? policy?.baseline;
    const isKnown = baseline && !given.writeBaseline ? await baselineOf(resolve(baseline)) : undefined;
    const place = { name: policy && name !== '-' ? relative(policy.folder, resolve(name)) : name, today };
    const letGo = isKnown || layer.suppressions.length > 0 ? makeLetGo(layer.suppressions, place, isKnown) : undefined;
    const gate = { ...layer.gate, ...(given.minScore === undefined ? {} : { minScore: given.minScore }) };
    files.push({ name, gate, ...chooseRules(given.only, given.off, layer), ...(letGo ? { letGo } : {}) });
  }
  const distinct = [...new Set(policies.values())];
  const [one] = distinct;
  const asked = given.minScore === undefined ? {} : { minScore: given.minScore };
  const folder = one?.folder ?? dirname(resolve(names[0] === '-' ? '.' : (names[0] ?? '.')));
  return {
    files,
    gate: distinct.length === 1 ? { ...one?.layer.gate, ...asked } : asked,
    expired: distinct.flatMap((policy) => policy?.layer.suppressions.filter((each) => isExpired(each, today)) ?? []),
    ownRules: distinct.flatMap((policy) => policy?.layer.ownRules ?? []),
    baselinePath: resolve(given.baseline ?? one?.baseline ?? join(folder, '.myriad-review-baseline.json')),
  };
}

/** A file that cannot be read ends the run; the report of those before it is still whole. */
export async function reviewFiles(
  files: readonly PlannedFile[],
  { dialect, factsOf }: Known,
  report: Report,
): Promise<Tally> {
  const { write, flush } = piecewise(process.stdout);
  let tally = emptyTally;
  try {
    for (const { name, gate, ...options } of files) {
      const text = await readScript(name);
      if (tally.files === 0) await write(report.begin());
      tally = addFile(tally);
      const file = { name, placeOf: makePlaces(text) };
      const facts = await factsOf(text);
      for (const one of streamReviews(text, { dialect, facts, ...options })) {
        const verdict = verdictOf(one, gate);
        tally = addToTally(tally, one, verdict, gate);
        await write(report.add(file, one, verdict));
      }
      await write(report.endFile(file));
    }
  } finally {
    if (tally.files > 0) await write(report.end(tally));
    await flush();
  }
  return tally;
}

/** Findings of now as a baseline; what cannot be read is not taken over. */
export async function collectFindings(
  files: readonly PlannedFile[],
  { dialect, factsOf }: Known,
): Promise<{ readonly text: string; readonly findings: number }> {
  const { add, write } = collectBaseline();
  let count = 0;
  for (const { name, gate: _, ...options } of files) {
    const text = await readScript(name);
    const facts = await factsOf(text);
    for (const { sql, score, findings } of streamReviews(text, { dialect, facts, ...options })) {
      if (score === null || findings.length === 0) continue;
      const own = fingerprint(sql, dialect);
      for (const { rule } of findings) add(own, rule);
      count += findings.length;
    }
  }
  return { text: write(), findings: count };
}
