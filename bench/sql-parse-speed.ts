/**
 * Statements parsed a second, warm, on one core: those of MySQL's test suite that we read, each parsed again and again for
 * five seconds; and one INSERT of ten megabytes, whose time for a megabyte is compared
 * with that of one megabyte (the collector of a larger heap takes its part).
 *
 *   node bench/sql-parse-speed.ts [--seed 1]
 */
import { parseArgs } from 'node:util';
import { ensureCorpus } from '@myriad/lab';
import { dialects, parseStatement } from '@myriad/sql';
import { readSuite } from './sql/read-corpus.ts';
import { sampleByFamily } from './sql/sample.ts';

const { values: options } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const dialect = dialects['mysql-9'];
const leastPerSecond = 20_000;

const corpus = await ensureCorpus('mysql-suite');
if ('missing' in corpus) throw new Error(corpus.words.en);
const statements = sampleByFamily((await readSuite(corpus.folder)).statements, dialect, {
  seed: Number(options.seed),
  most: 330,
})
  .map(({ sql }) => sql)
  .filter((sql) => parseStatement(sql, dialect).statement.kind !== 'unknown');
const characters = statements.reduce((sum, sql) => sum + sql.length, 0);

let count = 0;
const start = process.cpuUsage().user;
while (process.cpuUsage(undefined).user - start < 5_000_000) {
  for (const sql of statements) parseStatement(sql, dialect);
  count += statements.length;
}
const seconds = (process.cpuUsage().user - start) / 1_000_000;
const perSecond = Math.round(count / seconds);
const speed = {
  name: 'sql-parse-speed',
  value: perSecond,
  unit: 'statements/s of processor time',
  bar: leastPerSecond,
};
const meanLength = Math.round(characters / statements.length);
process.stdout.write(
  `${JSON.stringify({ ...speed, ok: perSecond >= leastPerSecond, statements: statements.length, meanLength })}\n`,
);

const row = "(1,'some text of usual length',NULL,3.14,'2026-01-01 00:00:00'),";
const millisecondsFor = (megabytes: number): number => {
  const sql = `INSERT INTO t VALUES ${row.repeat((megabytes * 1_000_000) / row.length)}(1,'x',NULL,1,'y')`;
  const from = process.cpuUsage().user;
  const { kind } = parseStatement(sql, dialect).statement;
  if (kind !== 'insert') throw new Error(`read as ${kind}`);
  return (process.cpuUsage().user - from) / 1000;
};
const one = Math.min(millisecondsFor(1), millisecondsFor(1), millisecondsFor(1));
const ten = Math.min(millisecondsFor(10), millisecondsFor(10));
const ratio = Math.round((ten / (one * 10)) * 100) / 100;
const memoryMib = Math.round(process.memoryUsage().rss / 1_048_576);
const linear = { name: 'sql-parse-linear', value: ratio, unit: 'time of 10 MB ÷ ten times that of 1 MB', bar: 3 };
process.stdout.write(
  `${JSON.stringify({ ...linear, ok: ratio <= linear.bar, milliseconds: Math.round(ten), memoryMib })}\n`,
);
