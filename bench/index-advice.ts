/**
 * How useful index advice is: tables, rows and statements that a seed decides, on real servers. For each index that is advised: does the
 * optimizer know and choose it, do the rows read (the server's own counters) fall, is it redundant; and on single tables, is it as
 * good as the best of all indexes of one to three columns?
 *
 *   node bench/index-advice.ts [--seed 1] [--count 60] [--flavor mysql|mariadb] [--compare 15] [--show 10]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Flavor, startServer } from '@myriad/lab';
import { dialects } from '@myriad/sql';
import { quickOptions } from '../packages/sql-review/src/predict/shapes/quick-options.ts';
import { compareWithBest } from './index-advice/compare-with-best.ts';
import { adviseCase, type CaseOutcome } from './index-advice/judge-case.ts';
import { makeCase } from './index-advice/make-case.ts';
import { seededRandom } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '60' },
    flavor: { type: 'string' },
    compare: { type: 'string', default: '15' },
    show: { type: 'string', default: '0' },
  },
});
const [seed, count] = [Number(options.seed), Number(options.count)];
const bars = { used: 95, fewer: 95, good: 85 } as const;

async function measure(flavor: Flavor): Promise<void> {
  const dialect = flavor === 'mysql' ? dialects['mysql-9'] : dialects['mariadb-10.11'];
  const folder = await mkdtemp(path.join(tmpdir(), 'index-advice-bench-'));
  const total: Record<keyof CaseOutcome['counts'], number> = {
    advice: 0,
    known: 0,
    chosen: 0,
    fewer: 0,
    redundant: 0,
    refused: 0,
  };
  let [compared, asGood, withoutAdvice, left, toCompare] = [0, 0, 0, Number(options.show), Number(options.compare)];
  const random = seededRandom(seed);
  const show = (text: string) => {
    if (left > 0) process.stderr.write(`-- ${flavor}: ${text}\n\n`);
    left -= 1;
  };
  try {
    await using server = await startServer({ flavor, folder, performanceSchema: 'on', options: quickOptions(flavor) });
    await server.rows('CREATE DATABASE advice_scratch');
    const connection = await server.connect('advice_scratch');
    if (flavor === 'mysql') await connection.query("SET SESSION explain_format = 'TRADITIONAL'");
    for (let at = 0; at < count; at += 1) {
      const made = makeCase(random);
      for (const sql of made.setUp) await connection.query(sql);
      const outcome = await adviseCase(connection, made, dialect, server.version);
      for (const [name, number] of Object.entries(outcome.counts)) total[name as keyof typeof total] += number;
      if (outcome.counts.advice === 0) withoutAdvice += 1;
      for (const why of outcome.wrong) show(why);
      if (made.isSingle && toCompare > 0) {
        toCompare -= 1;
        const verdict = await compareWithBest(connection, made, outcome.advice);
        compared += 1;
        if (verdict.isAsGood) asGood += 1;
        else show(verdict.why);
      }
      for (const sql of made.tearDown) await connection.query(sql);
    }
    connection.destroy();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const percent = (part: number, whole: number) => (whole === 0 ? 100 : Math.round((part / whole) * 10_000) / 100);
  const print = (name: string, value: number, bar: number, ok: boolean, detail: object) =>
    process.stdout.write(
      `${JSON.stringify({ name: `index-advice-${name}-${flavor}`, value, bar, ok, seed, ...detail })}\n`,
    );
  const [used, chosen, fewer] = [
    percent(total.known, total.advice),
    percent(total.chosen, total.advice),
    percent(total.fewer, total.advice),
  ];
  print('used', used, bars.used, used >= bars.used, {
    unit: '%',
    cases: count,
    withoutAdvice,
    advice: total.advice,
    chosenPercent: chosen,
    refused: total.refused,
  });
  print('fewer-rows', fewer, bars.fewer, fewer >= bars.fewer, { unit: '%' });
  // MariaDB has no view that tells.
  if (flavor === 'mysql') print('redundant', total.redundant, 0, total.redundant === 0, { unit: 'indexes' });
  const good = percent(asGood, compared);
  print('as-good-as-best', good, bars.good, good >= bars.good, { unit: '%', compared });
}

for (const flavor of ['mysql', 'mariadb'] as const)
  if (options.flavor === undefined || options.flavor === flavor) await measure(flavor);
