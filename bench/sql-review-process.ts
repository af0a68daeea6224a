/**
 * `./myriad review` as people start it, each time a process of its own: how long it takes for one statement, and how much
 * memory it has at most for a script of ten megabytes, for a dump of a hundred, and for one statement of ten.
 *
 *   node bench/sql-review-process.ts [--runs 15] [--seed 1]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureCorpus } from '@myriad/lab';
import { dialects, parseStatement } from '@myriad/sql';
import { median, printFigure } from './figure.ts';
import { readSuite } from './sql/read-corpus.ts';
import { sampleByFamily } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, seed: { type: 'string', default: '1' } },
});
const myriad = path.join(import.meta.dirname, '../myriad');
const folder = await mkdtemp(path.join(tmpdir(), 'my-review-'));

/** Milliseconds a run takes from its start to its end, and its memory in MB. */
async function review(file: string): Promise<{ milliseconds: number; megabytes: number }> {
  const memory = path.join(folder, 'memory');
  const hook = pathToFileURL(path.join(import.meta.dirname, 'sql/tell-memory.ts'));
  const env = { ...process.env, NODE_OPTIONS: `--import ${hook}`, MYRIAD_BENCH_MEMORY: memory };
  const started = performance.now();
  const child = spawn(myriad, ['review', file, '--dialect', 'mysql-9.7', '--format', 'json'], { env, stdio: 'ignore' });
  await once(child, 'exit');
  const milliseconds = performance.now() - started;
  return { milliseconds, megabytes: (Number(await readFile(memory, 'utf8')) * 1024) / 1e6 };
}

async function startFigure(): Promise<void> {
  const file = path.join(folder, 'small.sql');
  await writeFile(file, 'select id from t where id = 1;\n');
  await review(file);
  const times: number[] = [];
  for (let run = 0; run < Number(options.runs); run += 1) times.push((await review(file)).milliseconds);
  const detail = { least: Math.round(Math.min(...times)), runs: times.length };
  printFigure({ name: 'sql-review-start', value: Math.round(median(times)), unit: 'ms', bar: 300, detail });
}

async function memoryFigure(name: string, pieces: Iterable<string>): Promise<void> {
  const file = path.join(folder, `${name}.sql`);
  const to = createWriteStream(file);
  for (const piece of pieces) if (!to.write(piece)) await once(to, 'drain');
  to.end();
  await once(to, 'finish');
  const { megabytes, milliseconds } = await review(file);
  await rm(file);
  const detail = { seconds: Math.round(milliseconds / 100) / 10 };
  printFigure({ name: `sql-review-memory-${name}`, value: Math.round(megabytes), unit: 'MB', bar: 300, detail });
}

function* repeated(text: string, megabytes: number): Generator<string> {
  for (let length = 0; length < megabytes * 1e6; length += text.length) yield text;
}

async function suiteText(): Promise<string> {
  const corpus = await ensureCorpus('mysql-suite');
  if ('missing' in corpus) throw new Error(corpus.words.en);
  const dialect = dialects['mysql-9'];
  const { statements } = await readSuite(corpus.folder);
  const sample = sampleByFamily(statements, dialect, { seed: Number(options.seed), most: 330 }).map(({ sql }) => sql);
  const isPlain = (sql: string) => !sql.includes('\n') && !sql.includes('--') && sql.length < 500;
  const read = sample.filter((sql) => isPlain(sql) && parseStatement(sql, dialect).statement.kind !== 'unknown');
  return `${read.join(';\n')};\n`;
}

const row = "(4711, 'the name of somebody', '2024-02-29 12:00:00')";
try {
  await startFigure();
  await memoryFigure('10-mb', repeated(await suiteText(), 10));
  await memoryFigure(
    'dump-of-100-mb',
    repeated(`INSERT INTO t (id, a, b) VALUES ${`${row}, `.repeat(200)}${row};\n`, 100),
  );
  await memoryFigure(
    'one-statement-of-10-mb',
    (function* () {
      yield `INSERT INTO t (id, a, b) VALUES ${row}`;
      yield* repeated(`,\n${row}`, 10);
      yield ';\n';
    })(),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
