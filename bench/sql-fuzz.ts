/**
 * Spoilt statements read, cut, printed, resolved and reviewed with every rule: statements of both servers' test suites,
 * cut, mixed, repeated, filled with oddities and nested in themselves, in every dialect. What breaks is printed with the
 * number that makes it again (`--from N --count 1`). A crash, a rule that failed, an offset outside the text, a time that
 * grows faster than the text (25 ms and 0.02 ms a character, in the best of six runs) and a hang (30 s) are faults.
 *
 *   node bench/sql-fuzz.ts [--seed 1] [--count 1000000] [--from 0]
 */
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ensureCorpus } from '@myriad/lab';
import { printFigure } from './figure.ts';
import { type FuzzFault, type FuzzWork, inputAt } from './sql/fuzz-worker.ts';
import { readSuite } from './sql/read-corpus.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '0' },
  },
});
const [seed, count, first] = [Number(options.seed), Number(options.count), Number(options.from)];
const hangSeconds = 30;

const statements: string[] = [];
for (const name of ['mysql-suite', 'mariadb-suite'] as const) {
  const corpus = await ensureCorpus(name);
  if ('missing' in corpus) throw new Error(corpus.words.en);
  for (const sql of (await readSuite(corpus.folder)).statements) statements.push(sql);
}

/** The share of `done` inputs from `from` on; ends at a hang, whose input is the next one. */
async function fuzz(from: number, tell: (fault: FuzzFault) => void): Promise<{ done: number; isHung: boolean }> {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const work: FuzzWork = { statements, seed, from, count: first + count - from, done };
  const worker = new Worker(new URL('sql/fuzz-worker.ts', import.meta.url), { workerData: work });
  worker.on('message', tell);
  const ended = new Promise<undefined>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve(undefined));
  });
  let seen = -1;
  let idleSince = performance.now();
  const watch = setInterval(() => {
    const now = Atomics.load(done, 0);
    if (now !== seen) [seen, idleSince] = [now, performance.now()];
    else if (performance.now() - idleSince > hangSeconds * 1000) void worker.terminate();
    process.stderr.write(`\r${from - first + now} of ${count}`);
  }, 1000);
  await ended.finally(() => clearInterval(watch));
  const reached = Atomics.load(done, 0);
  return { done: reached, isHung: reached < work.count };
}

const faults: FuzzFault[] = [];
const keep = (fault: FuzzFault): void => {
  faults.push(fault);
  process.stderr.write(`\n${fault.at} ${fault.dialect} ${fault.kind}: ${fault.words}\n  ${fault.sql.slice(0, 300)}\n`);
};
const started = performance.now();
for (let from = first; from < first + count; ) {
  const { done, isHung } = await fuzz(from, keep);
  from += done;
  if (!isHung) continue;
  const { name: dialect, sql } = inputAt({ statements, seed }, from);
  keep({ at: from, dialect, kind: 'hang', words: `over ${hangSeconds} s`, sql });
  from += 1;
}
process.stderr.write('\n');
const kinds: Partial<Record<FuzzFault['kind'], number>> = {};
for (const { kind } of faults) kinds[kind] = (kinds[kind] ?? 0) + 1;
printFigure({
  name: 'sql-fuzz',
  value: faults.length,
  unit: `faults in ${count} inputs`,
  bar: 0,
  detail: { seed, statements: statements.length, seconds: Math.round((performance.now() - started) / 1000), ...kinds },
});
process.exitCode = faults.length === 0 ? 0 : 1;
