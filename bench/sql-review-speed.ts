/**
 * Statements reviewed a second with every text rule on, warm, on one core: those of MySQL's test suite that we read. And
 * the same ÷ the bare parse of the same statements, both of processor time; the slowest of a hundred; a script of ten
 * megabytes against ten of one.
 *
 *   node bench/sql-review-speed.ts [--seed 1] [--seconds 5]
 */
import { parseArgs } from 'node:util';
import { ensureCorpus } from '@myriad/lab';
import { dialects, parseStatement } from '@myriad/sql';
import { allRules, makeReviewer, streamReviews } from '@myriad/sql-review';
import { readSuite } from './sql/read-corpus.ts';
import { sampleByFamily } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, seconds: { type: 'string', default: '5' } },
});
const dialect = dialects['mysql-9'];
const policy = Object.fromEntries(allRules.map(({ id }) => [id, { on: true }]));
const review = makeReviewer({ dialect, policy });

const corpus = await ensureCorpus('mysql-suite');
if ('missing' in corpus) throw new Error(corpus.words.en);
const statements = sampleByFamily((await readSuite(corpus.folder)).statements, dialect, {
  seed: Number(options.seed),
  most: 330,
})
  .map(({ sql }) => sql)
  .filter((sql) => parseStatement(sql, dialect).statement.kind !== 'unknown');

/** Times over all statements in a second of processor time, warm. */
function perSecondOf(act: (sql: string) => unknown): number {
  for (const sql of statements) act(sql);
  let count = 0;
  const from = process.cpuUsage().user;
  while (process.cpuUsage().user - from < Number(options.seconds) * 1_000_000) {
    for (const sql of statements) act(sql);
    count += statements.length;
  }
  return (count * 1_000_000) / (process.cpuUsage().user - from);
}

const print = (name: string, value: number, bar: number, ok: boolean, rest: object = {}): void => {
  process.stdout.write(`${JSON.stringify({ name, value, bar, ok, ...rest })}\n`);
};

const parsed = perSecondOf((sql) => parseStatement(sql, dialect));
const reviewed = perSecondOf(review);
const share = Math.round((reviewed / parsed) * 1000) / 1000;
print('sql-review-speed', Math.round(reviewed), 5000, reviewed >= 5000, { rules: allRules.length });
print('sql-review-share', share, 0.167, share >= 1 / 6, { parsed: Math.round(parsed) });

// The best of three of each statement: what others do on the machine is not its doing.
const times = statements.map((sql) => {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run += 1) {
    const from = performance.now();
    review(sql);
    best = Math.min(best, performance.now() - from);
  }
  return best;
});
times.sort((a, b) => a - b);
const p99 = Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 100) / 100;
print('sql-review-p99', p99, 5, p99 <= 5, { unit: 'ms' });

const some = statements.filter((sql) => !sql.includes('\n') && !sql.includes('--') && sql.length < 500).join(';\n');
const scriptOf = (megabytes: number): string => `${some};\n`.repeat(Math.ceil((megabytes * 1_000_000) / some.length));
const secondsFor = (megabytes: number): number => {
  const script = scriptOf(megabytes);
  const from = process.cpuUsage().user;
  for (const _ of streamReviews(script, { dialect, policy }));
  return (process.cpuUsage().user - from) / 1_000_000;
};
const one = Math.min(secondsFor(1), secondsFor(1));
const ten = secondsFor(10);
const linear = Math.round((ten / (one * 10)) * 100) / 100;
print('sql-review-linear', linear, 2, linear <= 2, { seconds: Math.round(ten * 10) / 10 });
