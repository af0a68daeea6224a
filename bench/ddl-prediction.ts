/**
 * How often the predicted cost of a change is what a real server does: generated tables, each with a generated ALTER, which
 * the server is asked to run with ALGORITHM=INSTANT, then with the next dearer, each with LOCK=NONE first. It agrees when
 * algorithm, rewriting of rows and lock are all the same. A wrong "cheap" (the server copies) counts ten.
 *
 *   node bench/ddl-prediction.ts [--seed 1] [--count 400] [--flavor mysql|mariadb] [--show 20]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Flavor, startServer } from '@myriad/lab';
import { dialects } from '@myriad/sql';
import { askServer, type Observed } from '../packages/sql-review/src/predict/shapes/ask-server.ts';
import { judgeShape } from '../packages/sql-review/src/predict/shapes/judge-shape.ts';
import { makeAlterShapes } from '../packages/sql-review/src/predict/shapes/make-shapes.ts';
import { quickOptions } from '../packages/sql-review/src/predict/shapes/quick-options.ts';
import { seededRandom } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '400' },
    flavor: { type: 'string' },
    show: { type: 'string', default: '0' },
  },
});
const barPercent = 99;
const [seed, count] = [Number(options.seed), Number(options.count)];
const write = (text: string) => process.stderr.write(`${text}\n`);

async function measure(flavor: Flavor): Promise<void> {
  const dialect = flavor === 'mysql' ? dialects['mysql-9'] : dialects['mariadb-10.11'];
  const folder = await mkdtemp(path.join(tmpdir(), 'ddl-bench-'));
  const confusion = new Map<string, number>();
  let [asked, agreed, weight, refused] = [0, 0, 0, 0];
  let left = Number(options.show);
  try {
    await using server = await startServer({ flavor, folder, options: quickOptions(flavor) });
    await server.rows('CREATE DATABASE shapes');
    const connection = await server.connect('shapes');
    for (const shape of makeAlterShapes(flavor, seededRandom(seed))) {
      if (asked === count) break;
      const observed = await askServer(connection, flavor, shape);
      if ('refused' in observed) {
        refused += 1;
        continue;
      }
      asked += 1;
      const { predicted, agrees, isWrongCheap } = judgeShape(shape, observed, dialect);
      const cell = `${textOf(observed).padEnd(18)} ${predicted}`;
      confusion.set(cell, (confusion.get(cell) ?? 0) + 1);
      if (agrees) agreed += 1;
      else weight += isWrongCheap ? 10 : 1;
      if (agrees || left <= 0) continue;
      left -= 1;
      write(`-- ${flavor}, ${shape.table.feature}: ${textOf(observed)}, predicted ${predicted}`);
      write(`ALTER TABLE t ${shape.actions}\n${observed.create}\n`);
    }
    connection.destroy();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  write(`${flavor}: observed          predicted          count`);
  for (const [cell, number] of [...confusion].sort()) write(`  ${cell.padEnd(40)} ${number}`);
  const value = Math.round((1 - weight / asked) * 10_000) / 100;
  const figure = { name: `ddl-prediction-${flavor}`, value, unit: '%', bar: barPercent, ok: value >= barPercent };
  const agreement = Math.round((agreed / asked) * 10_000) / 100;
  const wrongCheap = (weight - (asked - agreed)) / 9;
  process.stdout.write(`${JSON.stringify({ ...figure, agreement, wrongCheap, shapes: asked, refused, seed })}\n`);
}

function textOf({ algorithm, rewritesRows, lock }: Observed): string {
  return `${algorithm ?? '-'}${rewritesRows ? ' rewrites' : ''} ${lock ?? '-'}`;
}

for (const flavor of ['mysql', 'mariadb'] as const)
  if (options.flavor === undefined || options.flavor === flavor) await measure(flavor);
