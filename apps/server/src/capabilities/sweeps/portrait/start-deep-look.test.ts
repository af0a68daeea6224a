import assert from 'node:assert/strict';
import { fleetProblems, taskProblems } from '@myriad/contract';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import type { Db } from '../../../platform/database/schema.ts';
import { forEachStore } from '../../../platform/database/testing.ts';
import { inProcessEngine } from '../../../platform/engine/in-process-engine.ts';
import { httpMigrations } from '../../../platform/http/migrations.ts';
import { createLog } from '../../../platform/log/log.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { createOutbox } from '../../../platform/outbox/outbox.ts';
import { authMigrations } from '../../auth/index.ts';
import { createTestHttp } from '../../auth/testing.ts';
import { createMetadata, metadataMigrations } from '../../metadata/index.ts';
import { createTasks, taskMigrations } from '../../tasks/index.ts';
import { portraitTask } from './portrait-task.ts';
import { servePortrait } from './routes.ts';

const clock = { now: () => 1_790_000_000_000 };
const cluster = {
  name: 'pay',
  flavor: 'mysql',
  version: '9.7.4',
  topology: 'single',
  applicationId: null,
  environment: 'test',
  state: 'running',
  fixed: {},
  maintenance: null,
} as const;

const migrations = [
  ...httpMigrations,
  ...authMigrations,
  ...metadataMigrations,
  ...outboxMigrations,
  ...taskMigrations,
];

/** A server that serves deep looks, and one cluster; tasks stay as they are queued. */
async function startServing(db: Db) {
  const log = createLog({ level: 'error', write: () => undefined });
  const metadata = createMetadata({ clock });
  const outbox = createOutbox({ db, clock, log });
  const tasks = createTasks({
    ...{ db, clock, log, outbox, ports: { db, metadata } as never, tasks: [portraitTask] },
    engine: inProcessEngine({ now: clock.now, log }),
  });
  const { http, call, close } = await createTestHttp({ db, clock, problems: [fleetProblems, taskProblems] });
  servePortrait(http, { db, metadata, tasks });
  const { id } = await inTransaction(db, (tx) => metadata.addCluster(tx, cluster, { kind: 'person', id: 'u1' }));
  return { id, url: `/api/clusters/${id}/deep-looks`, call, close };
}

forEachStore(
  'who operates a cluster starts a deep look at it: one task, one audit row; others are refused',
  async ({ db }) => {
    const { id, url, call, close } = await startServing(db);
    try {
      assert.equal((await call('nobody', 'POST', url)).status, 401);
      assert.equal((await call('requester', 'POST', url)).body.code, 'NOT_AN_OPERATOR');
      assert.equal((await call('dba', 'POST', '/api/clusters/none/deep-looks')).body.code, 'CLUSTER_NOT_FOUND');
      assert.deepEqual(await db.selectFrom('task').select('id').execute(), []);
      const { status, body } = await call('dba', 'POST', url);
      assert.equal(status, 200, JSON.stringify(body));
      const rows = await db.selectFrom('task').select(['id', 'kind']).execute();
      assert.deepEqual(rows, [{ id: body.taskId, kind: 'sweeps.portrait' }]);
      const audit = await db
        .selectFrom('audit')
        .select(['resource', 'outcome'])
        .where('action', '=', 'cluster.look-deeply')
        .execute();
      assert.deepEqual(audit.at(-1), { resource: `cluster/${id}`, outcome: 'allowed' });
    } finally {
      await close();
    }
  },
  { migrations },
);

forEachStore(
  'a cluster is looked at deeply once at a time, however often and by however many at once it is asked for',
  async ({ db }) => {
    const { url, call, close } = await startServing(db);
    const press = async (): Promise<string> => (await call('dba', 'POST', url)).body.taskId;
    const count = async () => (await db.selectFrom('task').select('id').execute()).length;
    const turn = (id: string, state: string) =>
      db.updateTable('task').set({ state }).where('id', '=', id).executeTakeFirstOrThrow();
    try {
      const ids = await Promise.all([press(), press(), press()]);
      assert.deepEqual([new Set(ids).size, await count()], [1, 1], 'at once');
      const [first = ''] = ids;
      for (const state of ['queued', 'waiting', 'running']) {
        await turn(first, state);
        assert.equal(await press(), first, state);
      }
      assert.equal(await count(), 1);
      let last = first;
      for (const state of ['paused', 'done', 'failed', 'cancelled']) {
        await turn(last, state);
        const next = await press();
        assert.notEqual(next, last, state);
        last = next;
      }
      assert.equal(await count(), 5);
    } finally {
      await close();
    }
  },
  { migrations },
);
