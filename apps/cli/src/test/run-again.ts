import { sep } from 'node:path';
import { type FileTallies, runFiles } from './run-files.ts';
import { sum, type Tally } from './tally.ts';

/** More files than this do not waver: something is broken. */
const mostFiles = 3;

/** Here a fault that comes and goes is the very thing looked for: no second try. */
const neverAgain = ['crash', 'proofs'];

type Run = (files: readonly string[], concurrency: number) => Promise<FileTallies>;

/**
 * Runs files whose tests wait for real servers and a real browser. The few that failed are run once more, whole and alone: what is
 * right then counts as passed and is named as wavering, with its first fault (docs/decisions/0013).
 */
export async function runWaveringFiles(
  root: string,
  files: readonly string[],
  concurrency: number,
  signal: AbortSignal,
  run: Run = (chosen, atOnce) => runFiles(root, chosen, atOnce, signal),
): Promise<Tally> {
  const first = await run(files, concurrency);
  const failed = [...first].filter(([, { failed }]) => failed > 0).map(([file]) => file);
  const isOne = (file: string) => file !== '' && !neverAgain.some((room) => file.includes(`${sep}${room}${sep}`));
  if (failed.length === 0 || failed.length > mostFiles || !failed.every(isOne) || signal.aborted)
    return sum([...first.values()]);
  const second = await run(failed, 1);
  return sum(
    [...first].map(([file, tally]) => {
      const again = second.get(file);
      if (tally.failed === 0 || again === undefined || again.passed === 0) return tally;
      return again.failed > 0 ? again : { ...again, wavered: tally.faults };
    }),
  );
}
