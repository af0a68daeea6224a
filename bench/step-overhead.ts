/**
 * What a durable step costs more than calling its body: the time between the bodies of two steps that follow one another,
 * on SQLite (synchronous=FULL) with the embedded engine, less the time between two bare calls. Median over 300 steps.
 * Prints one JSON line: {"name":"step-overhead","value":ms,"bar":5,"ok":true}.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineStep, defineTask, inOrder } from '@myriad/runbook';
import { z } from 'zod';
import { createTasks, taskMigrations } from '../apps/server/src/capabilities/tasks/index.ts';
import { systemClock } from '../apps/server/src/platform/clock/clock.ts';
import { inTransaction } from '../apps/server/src/platform/database/in-transaction.ts';
import { openDatabase } from '../apps/server/src/platform/database/open-database.ts';
import { embeddedRestateEngine } from '../apps/server/src/platform/engine/restate-engine.ts';
import { createLog } from '../apps/server/src/platform/log/log.ts';
import { outboxMigrations } from '../apps/server/src/platform/outbox/migrations.ts';
import { createOutbox } from '../apps/server/src/platform/outbox/outbox.ts';
import { keyRing, newKey } from '../apps/server/src/platform/secrets/key-ring.ts';
import { createValueCodec } from '../apps/server/src/platform/secrets/value-codec.ts';

const steps = 300;
const barMilliseconds = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const gaps = (times: readonly number[]): readonly number[] => times.slice(1).map((time, at) => time - (times[at] ?? 0));

const times: number[] = [];
const body = async (): Promise<{ done: boolean }> => {
  times.push(performance.now());
  return { done: true };
};
const nothing = defineStep()({
  name: 'bench.nothing',
  title: { en: 'Nothing', zh: '空步骤' },
  effect: 'reversible',
  input: z.object({ number: z.number() }),
  limitSeconds: 10,
  run: body,
});
const chain = defineTask()({
  kind: 'bench.chain',
  input: z.object({}),
  facts: async () => ({}),
  title: () => ({ en: 'A chain', zh: '步骤链' }),
  locks: () => ['bench/1'],
  plan: () => inOrder(...Array.from({ length: steps }, (_, number) => nothing({ number }, { id: `step-${number}` }))),
  steps: [nothing],
});

const folder = await mkdtemp(join(tmpdir(), 'my-bench-'));
const log = createLog({ level: 'error' });
const clock = systemClock;
const store = await openDatabase({
  store: { file: join(folder, 'myriad.db') },
  migrations: [...outboxMigrations, ...taskMigrations],
});
const { db } = store;
const outbox = createOutbox({ db, clock, log });
const tasks = createTasks({
  db,
  clock,
  log,
  outbox,
  ports: {},
  tasks: [chain],
  engine: embeddedRestateEngine({
    folder: join(folder, 'engine'),
    keyFolder: folder,
    codec: createValueCodec(keyRing([newKey()]), 'engine'),
    now: clock.now,
    log,
  }),
});
const ended = Promise.withResolvers<string>();
tasks.onEnd(async ({ state }) => ended.resolve(state));
try {
  outbox.start(tasks.outboxHandlers);
  await tasks.start();
  const plan = await tasks.planTask('bench.chain', {});
  const createdAt = performance.now();
  await inTransaction(db, (tx) => tasks.createTask(tx, plan));
  const state = await ended.promise;
  const durable = gaps(times);
  const firstMilliseconds = (times[0] ?? 0) - createdAt;
  times.length = 0;
  for (let call = 0; call < steps; call += 1) await body();
  const value = Number((median(durable) - median(gaps(times))).toFixed(2));
  const ok = state === 'done' && value <= barMilliseconds;
  console.error(
    `durable median ${median(durable).toFixed(2)} ms, worst ${Math.max(...durable).toFixed(1)} ms; from commit to first step ${firstMilliseconds.toFixed(1)} ms`,
  );
  console.log(JSON.stringify({ name: 'step-overhead', value, bar: barMilliseconds, ok }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await tasks.stop();
  await outbox.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
