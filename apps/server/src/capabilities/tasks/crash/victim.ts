/**
 * A server in small that kills itself: store, outbox, tasks and the embedded engine, and steps on a world of files.
 * `node victim.ts '{"folder": …, "dieAt": …}'`; prints the task's end state as its last line. For the crash tests only.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  defineLongStep,
  defineRecordStep,
  defineStep,
  defineTask,
  inOrder,
  StepFailure,
  sideBySide,
} from '@myriad/runbook';
import { sql } from 'kysely';
import { z } from 'zod';
import { systemClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/database/in-transaction.ts';
import { openDatabase } from '../../../platform/database/open-database.ts';
import type { Tx } from '../../../platform/database/schema.ts';
import { embeddedRestateEngine } from '../../../platform/engine/restate-engine.ts';
import { createLog } from '../../../platform/log/log.ts';
import { outboxMigrations } from '../../../platform/outbox/migrations.ts';
import { createOutbox } from '../../../platform/outbox/outbox.ts';
import { parseKeys } from '../../../platform/secrets/key-ring.ts';
import { createValueCodec } from '../../../platform/secrets/value-codec.ts';
import { createTasks, decideTask, taskMigrations } from '../index.ts';

const settings = z
  .object({ folder: z.string(), dieAt: z.string().optional(), finale: z.enum(['done', 'undo']) })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const { folder, dieAt, finale } = settings;
const at = (name: string) => join(folder, 'world', name);
const act = (what: string) => appendFileSync(join(folder, 'acts.log'), `${what}\n`);
mkdirSync(join(folder, 'world'), { recursive: true });

function dieHere(point: string): void {
  if (point === dieAt) process.kill(process.pid, 'SIGKILL');
}

const named = z.object({ name: z.string() });

const make = defineStep()({
  name: 'crash.make',
  title: { en: 'Make', zh: '创建' },
  effect: 'reversible',
  input: named,
  limitSeconds: 10,
  isDone: async (_, { name }) => (existsSync(at(name)) ? { name } : undefined),
  run: async (_, { name }) => {
    dieHere(`begin:${name}`);
    if (name === 'never')
      throw new StepFailure({ code: 'NEVER', words: { en: 'Never.', zh: '不行。' }, retryable: false });
    writeFileSync(at(name), '');
    act(`make ${name}`);
    dieHere(`effect:${name}`);
    return { name };
  },
  undo: async (_, { name }) => {
    dieHere(`undo-begin:${name}`);
    rmSync(at(name), { force: true });
    dieHere(`undo-effect:${name}`);
  },
});

/** The job outlives its server; making its folder decides who of several starters does the work. */
const job = 'mkdir "$0" 2>/dev/null || exit 0; sleep 0.3; echo "copy $1" >> "$2"; : > "$3"; : > "$0/done"';

const copy = defineLongStep()({
  name: 'crash.copy',
  title: { en: 'Copy', zh: '复制' },
  effect: 'reversible',
  input: named,
  limitSeconds: 60,
  lookSeconds: 0.1,
  start: async ({ jobKey }, { name }) => {
    dieHere(`begin:${name}`);
    const home = join(folder, jobKey);
    spawn('sh', ['-c', job, home, name, join(folder, 'acts.log'), at(name)], {
      detached: true,
      stdio: 'ignore',
    }).unref();
    while (!existsSync(home)) await new Promise((resolve) => setTimeout(resolve, 5));
    dieHere(`effect:${name}`);
    return { home };
  },
  look: async (_, { name }, { home }) => {
    dieHere(`look:${name}`);
    if (!existsSync(String(home))) return { state: 'gone' };
    return existsSync(join(String(home), 'done')) ? { state: 'done', result: { name } } : { state: 'running' };
  },
  stop: async () => {},
  undo: async (_, { name }) => rmSync(at(name), { force: true }),
});

const note = defineRecordStep<object, Tx>()({
  name: 'crash.note',
  title: { en: 'Note', zh: '记录' },
  effect: 'record',
  input: named,
  limitSeconds: 10,
  record: async (tx, _, { name }) => {
    await sql`insert into crash_note (name) values (${name})`.execute(tx);
    dieHere(`effect:${name}`);
    return {};
  },
  unrecord: async (tx, _, { name }) => {
    await sql`delete from crash_note where name = ${name}`.execute(tx);
    dieHere(`undo-effect:${name}`);
  },
});

const change = defineTask()({
  kind: 'crash.change',
  input: z.object({ finale: z.enum(['done', 'undo']) }),
  facts: async () => ({}),
  title: () => ({ en: 'Change the world', zh: '改变世界' }),
  locks: () => ['world/1'],
  plan: (input) =>
    inOrder(
      sideBySide(make({ name: 'a' }, { target: 'a' }), make({ name: 'b' }, { target: 'b' })),
      copy({ name: 'c' }, { target: 'c' }),
      note({ name: 'n' }, { target: 'n' }),
      make({ name: 'd' }, { target: 'd' }),
      ...(input.finale === 'undo' ? [make({ name: 'never' }, { target: 'never' })] : []),
    ),
  steps: [make, copy, note],
});

const log = createLog({ level: 'info' });
const store = await openDatabase({
  store: { file: join(folder, 'myriad.db') },
  migrations: [
    ...outboxMigrations,
    ...taskMigrations,
    {
      id: '2026-11-22-zz-crash-note',
      up: (_db, columns) => columns.table('crash_note').addColumn('name', columns.str(20)).execute(),
    },
  ],
});
const { db } = store;
const clock = systemClock;
const outbox = createOutbox({ db, clock, log });
const tasks = createTasks({
  db,
  clock,
  log,
  outbox,
  ports: {},
  tasks: [change],
  engine: embeddedRestateEngine({
    folder: join(folder, 'engine'),
    keyFolder: folder,
    codec: createValueCodec(parseKeys(`kcrash ${'ab'.repeat(32)}`), 'engine'),
    now: clock.now,
    log,
  }),
});

const planned = await tasks.planTask('crash.change', { finale });
const known = await db.selectFrom('task').select('id').executeTakeFirst();
const { id } = known ?? (await inTransaction(db, (tx) => tasks.createTask(tx, planned)));

// Every commit of events of the task is a boundary to die at.
let commits = 0;
tasks.parts.watch(id, () => {
  commits += 1;
  dieHere(`commit:${commits}`);
});

outbox.start(tasks.outboxHandlers);
await tasks.start();
const dba = { id: 'u', name: 'dba', roles: ['dba'], via: 'session' } as const;
for (;;) {
  const found = await tasks.findTaskState(db, id);
  if (found?.state === 'paused')
    await decideTask(tasks.parts, dba, id, { decision: 'undo' }, async () => {}).catch(() => {});
  if (found && ['done', 'failed', 'undone', 'cancelled'].includes(found.state)) {
    const notes = await sql<{ name: string }>`select name from crash_note`.execute(db);
    const locks = await db.selectFrom('resource_lock').selectAll().execute();
    const steps = await db.selectFrom('task_step').select(['step_id', 'state']).orderBy('position').execute();
    await tasks.stop();
    await outbox.stop();
    await store.close();
    const states = Object.fromEntries(steps.map((step) => [step.step_id, step.state]));
    console.log(JSON.stringify({ state: found.state, notes: notes.rows.length, locks: locks.length, states, commits }));
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
