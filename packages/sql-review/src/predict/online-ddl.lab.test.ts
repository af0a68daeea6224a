import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startServer } from '@myriad/lab';
import { dialects } from '@myriad/sql';
import { askServer } from './shapes/ask-server.ts';
import { judgeShape } from './shapes/judge-shape.ts';
import { makeAlterShapes } from './shapes/make-shapes.ts';
import { quickOptions } from './shapes/quick-options.ts';

const servers = [
  ['mysql', dialects['mysql-9']],
  ['mariadb', dialects['mariadb-10.11']],
] as const;

/** Numbers in [0, 1), the same in every run. */
function countingRandom(): () => number {
  let state = 20_261_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

for (const [flavor, dialect] of servers)
  test(`${flavor}: forty changes of tables cost what was predicted`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ddl-cost-'));
    try {
      await using server = await startServer({ flavor, folder, options: quickOptions(flavor) });
      await server.rows('CREATE DATABASE shapes');
      const connection = await server.connect('shapes');
      let asked = 0;
      for (const shape of makeAlterShapes(flavor, countingRandom())) {
        if (asked === 40) break;
        // 255 changes before the one that is asked about: the bench has the time for it.
        if (shape.table.feature === 'instant-full') continue;
        const observed = await askServer(connection, flavor, shape);
        if ('refused' in observed) continue;
        asked += 1;
        const { predicted, agrees } = judgeShape(shape, observed, dialect);
        const { algorithm, rewritesRows, lock, create } = observed;
        assert.ok(agrees, `${shape.actions}: ${algorithm} ${rewritesRows} ${lock}, predicted ${predicted}\n${create}`);
      }
      connection.destroy();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
