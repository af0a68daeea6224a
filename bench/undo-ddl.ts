/**
 * How often a generated change of a table, run on a real server and undone by what we say, leaves the table as SHOW CREATE
 * TABLE said it was, or was said not to. The order of keys is no part of it, the next AUTO_INCREMENT neither.
 *
 *   node bench/undo-ddl.ts [--seed 1] [--count 200] [--flavor mysql|mariadb] [--show 20]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Flavor, startServer } from '@myriad/lab';
import { dialects } from '@myriad/sql';
import { makeAlterShapes } from '../packages/sql-review/src/predict/shapes/make-shapes.ts';
import { quickOptions } from '../packages/sql-review/src/predict/shapes/quick-options.ts';
import { undoShape } from '../packages/sql-review/src/undo/undo-shape.ts';
import { seededRandom } from './sql/sample.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    flavor: { type: 'string' },
    show: { type: 'string', default: '0' },
  },
});
const barPercent = 99;
const [seed, count] = [Number(options.seed), Number(options.count)];

async function measure(flavor: Flavor): Promise<void> {
  const dialect = flavor === 'mysql' ? dialects['mysql-9'] : dialects['mariadb-10.11'];
  const folder = await mkdtemp(path.join(tmpdir(), 'undo-bench-'));
  let [asked, undone, said, left] = [0, 0, 0, Number(options.show)];
  try {
    await using server = await startServer({ flavor, folder, options: quickOptions(flavor) });
    await server.rows('CREATE DATABASE shapes');
    const connection = await server.connect('shapes');
    for (const shape of makeAlterShapes(flavor, seededRandom(seed))) {
      if (asked === count) break;
      if (shape.table.feature === 'instant-full') continue;
      const outcome = await undoShape(connection, shape, dialect);
      if (outcome.kind === 'refused') continue;
      asked += 1;
      if (outcome.kind === 'undone') undone += 1;
      if (outcome.kind === 'said') said += 1;
      if (outcome.kind !== 'wrong' || left <= 0) continue;
      left -= 1;
      process.stderr.write(`-- ${flavor}, ${shape.table.feature}: ALTER TABLE t ${shape.actions}\n${outcome.why}\n\n`);
    }
    connection.destroy();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const value = Math.round(((undone + said) / asked) * 10_000) / 100;
  const figure = { name: `undo-ddl-${flavor}`, value, unit: '%', bar: barPercent, ok: value >= barPercent };
  process.stdout.write(`${JSON.stringify({ ...figure, shapes: asked, saidThatSomethingStays: said, seed })}\n`);
}

for (const flavor of ['mysql', 'mariadb'] as const)
  if (options.flavor === undefined || options.flavor === flavor) await measure(flavor);
