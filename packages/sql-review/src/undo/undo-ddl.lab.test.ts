import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startServer } from '@myriad/lab';
import { dialects } from '@myriad/sql';
import { makeAlterShapes } from '../predict/shapes/make-shapes.ts';
import { quickOptions } from '../predict/shapes/quick-options.ts';
import { undoShape } from './undo-shape.ts';

const servers = [
  ['mysql', dialects['mysql-9']],
  ['mariadb', dialects['mariadb-10.11']],
] as const;

/** Numbers in [0, 1), the same in every run. */
function countingRandom(): () => number {
  let state = 20_261_123;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

for (const [flavor, dialect] of servers)
  test(`${flavor}: forty changes of tables, undone, leave the table as it was`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ddl-undo-'));
    try {
      await using server = await startServer({ flavor, folder, options: quickOptions(flavor) });
      await server.rows('CREATE DATABASE shapes');
      const connection = await server.connect('shapes');
      let undone = 0;
      for (const shape of makeAlterShapes(flavor, countingRandom())) {
        if (undone === 40) break;
        if (shape.table.feature === 'instant-full') continue;
        const outcome = await undoShape(connection, shape, dialect);
        if (outcome.kind === 'wrong') assert.fail(`${shape.actions}\n${outcome.why}`);
        if (outcome.kind === 'undone') undone += 1;
      }
      connection.destroy();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
