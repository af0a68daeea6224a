import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import type { AccessPorts } from '../../paths/index.ts';
import { sampleDatabase, sampleMark, sampleRows, sampleStatements } from '../sample-schema.ts';

const tablesThere = `select table_name as name from information_schema.tables where table_schema = ?`;

/** Creates and fills the sample database on the primary; replicas receive it as they receive everything. */
export const loadSampleSchema = defineStep<AccessPorts>()({
  name: 'demo.load-sample-schema',
  title: { en: 'Load the sample schema', zh: '载入示例库' },
  effect: 'reversible',
  input: z.object({ instanceId: z.string() }),
  limitSeconds: 120,
  retry: { times: 3, firstSeconds: 1, maxSeconds: 10 },
  isDone: async ({ access, signal, via }, { instanceId }) => {
    await using mysql = await access.openInstance(instanceId, { as: 'root', signal, onPath: via });
    const rows = await mysql.query(tablesThere, [sampleDatabase]);
    return rows.some((row) => row.name === sampleMark) ? { database: sampleDatabase, rows: sampleRows } : undefined;
  },
  run: async ({ access, signal, via, say, progress }, { instanceId }) => {
    await using mysql = await access.openInstance(instanceId, { as: 'root', signal, onPath: via });
    const known = new Set<unknown>(Object.keys(sampleRows));
    const strangers = (await mysql.query(tablesThere, [sampleDatabase])).filter(({ name }) => !known.has(name));
    if (strangers.length > 0)
      throw new StepFailure({
        code: 'SAMPLE_SCHEMA_NOT_OURS',
        words: {
          en: `The database ${sampleDatabase} already holds tables that are not the sample's.`,
          zh: `库 ${sampleDatabase} 中已有不属于示例的表。`,
        },
        next: { en: 'Rename that database, or do not load the sample.', zh: '请重命名该库，或不要载入示例。' },
        retryable: false,
      });
    for (const [at, statement] of sampleStatements.entries()) {
      await mysql.query(statement, [], { timeoutSeconds: 60, signal });
      progress({ done: at + 1, total: sampleStatements.length, unit: 'items' });
    }
    say({ en: `Sample database ${sampleDatabase} is there.`, zh: `示例库 ${sampleDatabase} 已就绪。` });
    return { database: sampleDatabase, rows: sampleRows };
  },
  // Only tables of the sample are dropped, and the database only when nothing else is in it.
  undo: async ({ access, signal }, { instanceId }) => {
    await using mysql = await access.openInstance(instanceId, { as: 'root', signal });
    for (const table of [...Object.keys(sampleRows).toReversed(), sampleMark])
      await mysql.query(`drop table if exists ${sampleDatabase}.${table}`);
    const left = await mysql.query(tablesThere, [sampleDatabase]);
    if (left.length === 0) await mysql.query(`drop database if exists ${sampleDatabase}`);
  },
});
