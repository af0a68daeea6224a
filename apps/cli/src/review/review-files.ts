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
  type ReviewOptions,
  type Rule,
  type StandingSuppression,
  type Tally,
  verdictOf,
} from '@myriad/sql-review';
import { makeBaselines } from './baseline-file.ts';
import { chooseRules } from './choose-rules.ts';
import { type FoundPolicy, makePolicies } from './find-policy.ts';
import { InputFault } from './input-fault.ts';
import { makeFragments } from './mapper-fragments.ts';
import { piecewise } from './piecewise.ts';
import type { ReviewArguments } from './read-arguments.ts';
import { type Known, reviewFile } from './review-text.ts';

/** How one file is judged. */
interface PlannedFile extends Omit<ReviewOptions, 'dialect' | 'facts'> {
  readonly name: string;
  readonly gate: Gate;
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
export async function reviewFiles(files: readonly PlannedFile[], known: Known, report: Report): Promise<Tally> {
  const { write, flush } = piecewise(process.stdout);
  const fragmentsFor = makeFragments(files.map(({ name }) => name));
  let tally = emptyTally;
  try {
    for (const { name, gate, ...options } of files) {
      const reviews = await reviewFile(name, known, options, fragmentsFor);
      // A folder of a program has XML of every kind.
      if (reviews === undefined) continue;
      let isBegun = false;
      const begin = async () => {
        if (isBegun) return;
        isBegun = true;
        if (tally.files === 0) await write(report.begin());
        tally = addFile(tally);
      };
      for await (const { review, placeOf } of reviews) {
        await begin();
        const verdict = verdictOf(review, gate);
        tally = addToTally(tally, review, verdict, gate);
        await write(report.add({ name, placeOf }, review, verdict));
      }
      await begin();
      await write(report.endFile({ name, placeOf: makePlaces('') }));
    }
  } finally {
    if (tally.files > 0) await write(report.end(tally));
    await flush();
  }
  if (tally.files === 0) throw nothingToReview;
  return tally;
}

const nothingToReview = new InputFault({
  en: 'None of these files holds SQL: XML is read where its root element is <mapper> (MyBatis).',
  zh: '这些文件中没有 SQL：仅读取根元素为 <mapper> 的 XML（MyBatis）。',
});

/** Findings of now as a baseline; what cannot be read is not taken over. */
export async function collectFindings(
  files: readonly PlannedFile[],
  known: Known,
): Promise<{ readonly text: string; readonly findings: number }> {
  const { add, write } = collectBaseline();
  const fragmentsFor = makeFragments(files.map(({ name }) => name));
  let count = 0;
  for (const { name, gate: _, ...options } of files) {
    for await (const { review } of (await reviewFile(name, known, options, fragmentsFor)) ?? []) {
      const { sql, score, findings } = review;
      if (score === null || findings.length === 0) continue;
      const own = fingerprint(sql, known.dialect);
      for (const { rule } of findings) add(own, rule);
      count += findings.length;
    }
  }
  return { text: write(), findings: count };
}
