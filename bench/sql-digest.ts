/**
 * How often our digest text of a statement is MySQL's own, STATEMENT_DIGEST_TEXT(). One statement of each shape of MySQL's
 * test suite that the server parses, a sample the seed chooses.
 *
 *   node bench/sql-digest.ts [--seed 1] [--show 40]
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, ensureCorpus, startServer } from '@myriad/lab';
import { dialects, digestText } from '@myriad/sql';
import { readSuite } from './sql/read-corpus.ts';
import { sampleByFamily } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, show: { type: 'string' } },
});
const dialect = dialects['mysql-9'];
const wanted = 5000;

const corpus = await ensureCorpus('mysql-suite');
if ('missing' in corpus) throw new Error(corpus.words.en);
const sample = sampleByFamily((await readSuite(corpus.folder)).statements, dialect, {
  seed: Number(options.seed),
  most: 330,
});
const statements = sample.map(({ sql }) => sql).slice(0, wanted + 1500);
const digests = await askDigests(statements);
const known = statements
  .flatMap((sql, at) => (digests[at] === null ? [] : [{ sql, digest: digests[at] ?? '' }]))
  .slice(0, wanted);
const wrong = known.filter(({ sql, digest }) => digestText(sql, dialect) !== digest);
if (options.show !== undefined)
  for (const { sql, digest } of wrong.slice(0, Number(options.show)))
    process.stdout.write(`-- ${sql.slice(0, 400)}\n  ours   ${digestText(sql, dialect)}\n  server ${digest}\n\n`);
const value = Math.round((1 - wrong.length / known.length) * 10_000) / 100;
const figure = { name: 'sql-digest', value, unit: '%', bar: 99, ok: value >= 99, statements: known.length };
process.stdout.write(`${JSON.stringify({ ...figure, seed: Number(options.seed) })}\n`);

/** The server's digest texts, null where it does not parse the text. Remembered in the cache. */
async function askDigests(texts: readonly string[]): Promise<readonly (string | null)[]> {
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 24);
  const file = path.join(cacheFolder(), 'corpora', 'verdicts', `digest-${hash}.json`);
  const remembered = await readFile(file, 'utf8').catch(() => undefined);
  if (remembered !== undefined) return JSON.parse(remembered) as readonly (string | null)[];
  const folder = await mkdtemp(path.join(tmpdir(), 'my-digest-'));
  try {
    await using server = await startServer({ flavor: 'mysql', folder, options: ['--max-digest-length=1048576'] });
    await server.rows('CREATE DATABASE oracle');
    const connection = await server.connect('oracle');
    const found: (string | null)[] = [];
    for (const sql of texts)
      found.push(
        await connection.query('SELECT STATEMENT_DIGEST_TEXT(?) AS text', [sql]).then(
          ([rows]) => (rows as unknown as readonly { text: string }[])[0]?.text ?? null,
          () => null,
        ),
      );
    connection.destroy();
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(found));
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
