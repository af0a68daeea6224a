/**
 * How often the tables we name in a statement, read and written, through views, common and derived tables, are those a real
 * server opens and plans for it: its metadata locks after EXPLAIN, and the tables in its plan. Generated statements on a fixed
 * schema, and those of the servers' suites and of applications whose tables their own scripts make.
 *
 *   node bench/explain-tables.ts [--seed 1] [--count 1000] [--corpus 1000] [--flavor mysql|mariadb] [--show 20]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CorpusName, type Flavor, type LabServer, startServer } from '@myriad/lab';
import {
  askOptions,
  askTables,
  type Judged,
  judgeTables,
  makeStatements,
  schemaFactsFrom,
  schemaScript,
} from '@myriad/lab/explained';
import { type Dialect, dialects, parseStatement } from '@myriad/sql';
import { judgeCorpus } from './sql/ask-corpus-tables.ts';
import { seededRandom } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    corpus: { type: 'string', default: '1000' },
    flavor: { type: 'string' },
    show: { type: 'string', default: '0' },
  },
});
const barPercent = 99;
const seed = Number(options.seed);

interface Tally {
  asked: number;
  agreed: number;
  pruned: number;
  refused: number;
  left: number;
}

function count(tally: Tally, { faults, prunedCount }: Judged, sql: string, where: string): void {
  tally.asked += 1;
  if (prunedCount > 0) tally.pruned += 1;
  if (faults.length === 0) tally.agreed += 1;
  else if (tally.left > 0) {
    tally.left -= 1;
    process.stderr.write(`-- ${where}: ${faults.join('; ')}\n${sql}\n\n`);
  }
}

const newTally = (): Tally => ({ asked: 0, agreed: 0, pruned: 0, refused: 0, left: Number(options.show) });

async function measureMade(server: LabServer, flavor: Flavor, dialect: Dialect): Promise<Tally> {
  const tally = newTally();
  for (const sql of schemaScript) await server.rows(sql);
  const connection = await server.connect('shop');
  const facts = await schemaFactsFrom(connection, dialect);
  for (const sql of makeStatements(flavor, seededRandom(seed))) {
    if (tally.asked === Number(options.count)) break;
    const answer = await askTables(connection, flavor, sql);
    if ('refused' in answer) tally.refused += 1;
    else
      count(tally, judgeTables(parseStatement(sql, dialect).statement, answer, { facts, schema: 'shop' }), sql, flavor);
  }
  connection.destroy();
  return tally;
}

async function measureCorpus(server: LabServer, flavor: Flavor, dialect: Dialect, corpus: CorpusName): Promise<Tally> {
  const tally = newTally();
  for await (const judged of judgeCorpus(server, { corpus, flavor, dialect, random: seededRandom(seed) })) {
    count(tally, judged, judged.sql, judged.file);
    if (tally.asked === Number(options.corpus)) break;
  }
  return tally;
}

async function measure(flavor: Flavor): Promise<void> {
  const dialect = flavor === 'mysql' ? dialects['mysql-9'] : dialects['mariadb-10.11'];
  const folder = await mkdtemp(path.join(tmpdir(), 'explain-bench-'));
  try {
    await using server = await startServer({ flavor, folder, performanceSchema: 'on', options: askOptions });
    if (Number(options.count) > 0) tell(flavor, 'generated', await measureMade(server, flavor, dialect));
    if (Number(options.corpus) > 0)
      for (const corpus of [flavor === 'mysql' ? 'mysql-suite' : 'mariadb-suite', 'applications'] as const)
        tell(flavor, corpus, await measureCorpus(server, flavor, dialect, corpus));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tell(flavor: Flavor, set: string, { asked, agreed, pruned, refused }: Tally): void {
  const value = Math.round((agreed / asked) * 10_000) / 100;
  const figure = {
    name: `explain-tables-${flavor}-${set}`,
    value,
    unit: '%',
    bar: barPercent,
    ok: value >= barPercent,
  };
  process.stdout.write(`${JSON.stringify({ ...figure, statements: asked, pruned, refused, seed })}\n`);
}

for (const flavor of ['mysql', 'mariadb'] as const)
  if (options.flavor === undefined || options.flavor === flavor) await measure(flavor);
