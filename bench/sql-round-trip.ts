/**
 * How often a tree, printed and read again, is the same tree. Every statement of the servers' suites and of applications
 * that we read, one of each shape, a sample the seed chooses.
 *
 *   node bench/sql-round-trip.ts [--seed 1] [--show 20]
 */
import { parseArgs } from 'node:util';
import { type CorpusName, ensureCorpus } from '@myriad/lab';
import { type Dialect, dialects, parseStatement, printNode } from '@myriad/sql';
import { readApplications, readSuite } from './sql/read-corpus.ts';
import { sampleByFamily } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, show: { type: 'string' } },
});
const barPercent = 99.9;

/** Positions differ, and printing puts quotes around names that need them. */
const withoutPlaces = (key: string, value: unknown) =>
  key === 'start' || key === 'end' || key === 'quoted' ? undefined : value;
const shapeOf = (node: object): string => JSON.stringify(node, withoutPlaces);

async function statementsOf(name: CorpusName, dialect: Dialect): Promise<readonly string[]> {
  const corpus = await ensureCorpus(name);
  if ('missing' in corpus) throw new Error(corpus.words.en);
  const all =
    name === 'applications'
      ? await readApplications(corpus.folder, dialect)
      : (await readSuite(corpus.folder)).statements;
  return sampleByFamily(all, dialect, { seed: Number(options.seed), most: 600 }).map(({ sql }) => sql);
}

/** What is wrong with the statement's round trip; `undefined` when all is well, `null` when we do not read it. */
function faultOf(sql: string, dialect: Dialect): string | null | undefined {
  const { statement } = parseStatement(sql, dialect);
  if (statement.kind === 'unknown') return null;
  const printed = printNode(statement, dialect);
  const again = parseStatement(printed, dialect).statement;
  if (again.kind === 'unknown') return `${again.problem.message}\n   ${printed}`;
  return shapeOf(again) === shapeOf(statement) ? undefined : `another tree\n   ${printed}`;
}

let [read, right] = [0, 0];
let left = Number(options.show ?? 0);
for (const [name, dialect] of [
  ['mysql-suite', dialects['mysql-9']],
  ['mariadb-suite', dialects['mariadb-10.11']],
  ['applications', dialects['mysql-9']],
] as const)
  for (const sql of await statementsOf(name, dialect)) {
    const fault = faultOf(sql, dialect);
    if (fault === null) continue;
    read += 1;
    if (fault === undefined) right += 1;
    else if (left > 0) {
      left -= 1;
      process.stdout.write(`-- ${dialect.flavour}: ${fault}\n${sql}\n\n`);
    }
  }
const value = Math.round((right / read) * 10_000) / 100;
const figure = { name: 'sql-round-trip', value, unit: '%', bar: barPercent, ok: value >= barPercent };
process.stdout.write(`${JSON.stringify({ ...figure, statements: read, seed: Number(options.seed) })}\n`);
