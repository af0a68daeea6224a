/**
 * A server in small for the tests of upgrades: store, tasks, control socket, and one task whose first step is detached work and
 * whose second runs in the server. `node small-server.ts HOME`: the world is files in HOME; `let-<name>` ends the work.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineLongStep, defineStep, defineTask, inOrder } from '@myriad/runbook';
import { z } from 'zod';
import { createTasks, taskMigrations } from '../../capabilities/tasks/index.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { openDatabase } from '../../platform/database/open-database.ts';
import { inProcessEngine } from '../../platform/engine/in-process-engine.ts';
import { createLog } from '../../platform/log/log.ts';
import { outboxMigrations } from '../../platform/outbox/migrations.ts';
import { createOutbox } from '../../platform/outbox/outbox.ts';
import { serveRequests } from '../serve-requests.ts';

const home = z.string().min(1).parse(process.argv[2]);
mkdirSync(home, { recursive: true, mode: 0o700 });
const at = (name: string) => join(home, name);
const act = (what: string) => appendFileSync(at('acts.log'), `${what}\n`);
const isAllowed = (name: string) => existsSync(at(`let-${name}`));

/** The job outlives its server. */
const job = 'while [ ! -e "$0/let-copy" ]; do sleep 0.05; done; echo "copy ends" >> "$0/acts.log"; : > "$0/copied"';

const copy = defineLongStep()({
  name: 'small.copy',
  title: { en: 'Copy', zh: '复制' },
  effect: 'irreversible',
  input: z.object({}),
  limitSeconds: 600,
  lookSeconds: 0.1,
  start: async () => {
    act('copy starts');
    spawn('sh', ['-c', job, home], { detached: true, stdio: 'ignore' }).unref();
    return { home };
  },
  look: async () => (existsSync(at('copied')) ? { state: 'done', result: {} } : { state: 'running' }),
  stop: async () => {},
});

const make = defineStep()({
  name: 'small.make',
  title: { en: 'Make', zh: '创建' },
  effect: 'irreversible',
  input: z.object({}),
  limitSeconds: 600,
  run: async ({ signal }) => {
    act('make starts');
    while (!isAllowed('make')) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return {};
  },
});

const work = defineTask()({
  kind: 'small.work',
  input: z.object({}),
  facts: async () => ({}),
  title: () => ({ en: 'Work', zh: '工作' }),
  locks: () => [],
  plan: () => inOrder(copy({}, { target: 'c' }), make({}, { target: 'm' })),
  steps: [copy, make],
});

const clock = systemClock;
const log = createLog({ level: 'info' });
const store = await openDatabase({
  store: { file: at('myriad.db') },
  migrations: [...outboxMigrations, ...taskMigrations],
});
const { db } = store;
const outbox = createOutbox({ db, clock, log });
const engine = inProcessEngine({ now: clock.now, log });
const tasks = createTasks({ db, clock, log, outbox, ports: {}, tasks: [work], engine });
if (!existsSync(at('acts.log'))) {
  const plan = await tasks.planTask('small.work', {});
  await inTransaction(db, (tx) => tasks.createTask(tx, plan));
}
outbox.start(tasks.outboxHandlers);
await tasks.start();
const requests = await serveRequests({ home, tasks, log, stop: () => void stop() });
process.once('SIGTERM', () => void stop());
console.log('ready');

async function stop(): Promise<void> {
  await requests.close();
  await tasks.stop(20);
  await outbox.stop();
  await store.close();
  process.exit(0);
}
