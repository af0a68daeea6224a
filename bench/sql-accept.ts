/**
 * How much of real SQL the parser reads, and how much of what a server refuses it refuses: compared with what real
 * servers say at PREPARE. A: MySQL's own test suite; B: MariaDB's; R: scripts of applications; C: texts of the suites that
 * the server refuses; M: typing errors made from A; O and P: what MariaDB reads and refuses of its suite's tests of
 * sql_mode=ORACLE, in that mode. One statement of each shape, a sample that the seed chooses.
 *
 *   node bench/sql-accept.ts [--seed 1] [--show FAMILY] [--set A|B|R|C|M|O|P] [--limit 40]
 *
 * Prints one JSON line for each set; a table by family goes to stderr. `--show` prints the statements that fail.
 */
import { parseArgs } from 'node:util';
import { type CorpusName, ensureCorpus, type Flavor } from '@myriad/lab';
import { type Dialect, dialects, parseStatement, withSqlMode } from '@myriad/sql';
import { askServer } from './sql/ask-server.ts';
import { type Family, families } from './sql/classify-statement.ts';
import { makeTypo } from './sql/make-typos.ts';
import { readApplications, readSuite } from './sql/read-corpus.ts';
import { type Candidate, sampleByFamily, seededRandom } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    show: { type: 'string' },
    set: { type: 'string' },
    limit: { type: 'string', default: '40' },
  },
});
const seed = Number(options.seed);
const setNames = ['A', 'B', 'R', 'C', 'M', 'O', 'P'] as const;
type SetName = (typeof setNames)[number];

interface LabelledSet {
  readonly name: SetName;
  readonly dialect: Dialect;
  readonly wanted: 'accepted' | 'refused';
  readonly candidates: readonly Candidate[];
}

const mysql = dialects['mysql-9'];
const mariadb = dialects['mariadb-10.11'];
const oracle = withSqlMode(mariadb, 'ORACLE');
/** At least this share has to be judged as the server judges it. */
const bars: Readonly<Record<SetName, number>> = { A: 99, B: 97, R: 99.8, C: 85, M: 98, O: 97, P: 85 };

async function folderOf(name: CorpusName): Promise<string> {
  const corpus = await ensureCorpus(name, { say: ({ en }) => process.stderr.write(`${en}\n`) });
  if ('missing' in corpus) throw new Error(corpus.words.en);
  return corpus.folder;
}

async function labelled(flavor: Flavor, candidates: readonly Candidate[], sqlMode = '') {
  const texts = candidates.map(({ sql }) => sql);
  const verdicts = await askServer(flavor, texts, sqlMode);
  const of = (verdict: string) => candidates.filter((_, at) => verdicts[at] === verdict);
  return { accepted: of('accepted'), refused: of('refused') };
}

const sampled = (statements: readonly string[], dialect: Dialect, most: number) =>
  labelled(dialect.flavour, sampleByFamily(statements, dialect, { seed, most }));

async function makeOracleSet(name: 'O' | 'P'): Promise<LabelledSet> {
  const { statements, wrong } = await readSuite(await folderOf('mariadb-suite'), 'oracle');
  const sample = sampleByFamily([...statements, ...wrong], oracle, { seed, most: 1200 });
  const { accepted, refused } = await labelled('mariadb', sample, 'ORACLE');
  return name === 'O'
    ? { name, dialect: oracle, wanted: 'accepted', candidates: accepted }
    : { name, dialect: oracle, wanted: 'refused', candidates: refused };
}

async function makeSet(name: SetName): Promise<LabelledSet> {
  if (name === 'O' || name === 'P') return makeOracleSet(name);
  if (name === 'B') {
    const { statements } = await readSuite(await folderOf('mariadb-suite'));
    return {
      name,
      dialect: mariadb,
      wanted: 'accepted',
      candidates: (await sampled(statements, mariadb, 330)).accepted,
    };
  }
  if (name === 'R') {
    const statements = await readApplications(await folderOf('applications'), mysql);
    return { name, dialect: mysql, wanted: 'accepted', candidates: (await sampled(statements, mysql, 3000)).accepted };
  }
  const { statements, wrong } = await readSuite(await folderOf('mysql-suite'));
  const { accepted, refused } = await sampled(statements, mysql, 330);
  if (name === 'A') return { name, dialect: mysql, wanted: 'accepted', candidates: accepted };
  if (name === 'C') {
    const candidates = [...refused, ...(await sampled(wrong, mysql, 330)).refused];
    return { name, dialect: mysql, wanted: 'refused', candidates };
  }
  const random = seededRandom(seed + 1);
  const third = accepted.filter((_, at) => at % 3 === 0);
  const typos = third.map(({ sql, family }) => ({ sql: makeTypo(sql, mysql, random), family }));
  return { name, dialect: mysql, wanted: 'refused', candidates: (await labelled('mysql', typos)).refused };
}

async function makeSets(): Promise<readonly LabelledSet[]> {
  const sets: LabelledSet[] = [];
  for (const name of setNames) if (options.set === undefined || options.set === name) sets.push(await makeSet(name));
  return sets;
}

const isRight = (set: LabelledSet, sql: string): boolean =>
  (parseStatement(sql, set.dialect).statement.kind !== 'unknown') === (set.wanted === 'accepted');

const percent = (right: number, all: number): number => (all === 0 ? 100 : Math.round((right / all) * 10_000) / 100);

function printTable(sets: readonly LabelledSet[]): void {
  const head = ['family'.padEnd(30), ...sets.map(({ name }) => name.padStart(16))];
  process.stderr.write(`${head.join('')}\n`);
  for (const family of families) {
    const cells = sets.map((set) => {
      const ofFamily = set.candidates.filter((one) => one.family === family);
      const right = ofFamily.filter(({ sql }) => isRight(set, sql)).length;
      return (ofFamily.length === 0 ? '-' : `${percent(right, ofFamily.length)} (${ofFamily.length})`).padStart(16);
    });
    process.stderr.write(`${family.padEnd(30)}${cells.join('')}\n`);
  }
}

function show(sets: readonly LabelledSet[], family: string): void {
  for (const set of sets) {
    const failing = set.candidates.filter(
      (one) => (family === 'all' || one.family === family) && !isRight(set, one.sql),
    );
    for (const { sql } of failing.slice(0, Number(options.limit))) {
      const { statement } = parseStatement(sql, set.dialect);
      const why =
        statement.kind === 'unknown' ? `${statement.problem.message}, at ${statement.problem.start}` : 'not refused';
      process.stdout.write(`-- ${set.name}: ${why}\n${sql}\n\n`);
    }
    process.stdout.write(`-- ${set.name} ${family}: ${failing.length} failing\n`);
  }
}

const sets = await makeSets();
const asked = options.show;
if (asked !== undefined) {
  if (asked !== 'all' && !families.includes(asked as Family)) throw new Error(`families: ${families.join(' ')}`);
  show(sets, asked);
} else {
  printTable(sets);
  for (const set of sets) {
    const right = set.candidates.filter(({ sql }) => isRight(set, sql)).length;
    const value = percent(right, set.candidates.length);
    const figure = {
      name: `sql-accept-${set.name}`,
      value,
      unit: '%',
      bar: bars[set.name],
      ok: value >= bars[set.name],
    };
    process.stdout.write(`${JSON.stringify({ ...figure, statements: set.candidates.length, seed })}\n`);
  }
}
