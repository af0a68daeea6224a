import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { addFreeze, addSchedule, createClient, getTask, listScheduleRuns, type ScheduleRun } from '@myriad/contract';
import { type App, buildApp } from '../app.ts';
import { createMetadata } from '../capabilities/metadata/index.ts';
import { readConfig } from '../config.ts';
import { migrations } from '../migrations.ts';
import { inTransaction } from '../platform/database/in-transaction.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { createLog } from '../platform/log/log.ts';
import { makePeople, type Person } from './testing/people.ts';

const hour = 3_600_000;
const day = 24 * hour;
const midnight = Date.parse('2026-03-01T00:00:00Z');
const two = midnight + 2 * hour;

/** A host of the record that is this machine itself. */
async function addThisMachine(home: string, clock: { now(): number }): Promise<string> {
  const baseDirectory = join(home, 'host');
  await mkdir(baseDirectory);
  const store = await openDatabase({ store: { file: join(home, 'myriad.db') }, migrations, now: clock.now });
  const host = { name: 'here', address: '127.0.0.1', zone: 'z', poolState: 'available', baseDirectory } as const;
  const paths = [{ kind: 'local' as const }];
  try {
    const { id } = await inTransaction(store.db, (tx) =>
      createMetadata({ clock }).addHost(tx, { ...host, paths }, { kind: 'person', id: 'u1' }),
    );
    return id;
  } finally {
    await store.close();
  }
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(100);
  }
  throw new Error(`waited too long: ${what}`);
}

test('a scheduled host check becomes a task when due, not in a change freeze, and a time missed by a restart follows its policy', async () => {
  const home = await mkdtemp(join(tmpdir(), 'my-sched-'));
  let now = midnight;
  const clock = { now: () => now };
  const config = readConfig({ MYRIAD_HOME: home, MYRIAD_LISTEN: '127.0.0.1:0', MYRIAD_ENGINE: 'in-process' });
  const log = createLog({ write: () => {} });
  let app: App | undefined;
  const open = async () => {
    app = await buildApp({ config, log, clock });
    return app.start();
  };
  const runAt = async ({ client }: Person, scheduleId: string, fireAt: number): Promise<ScheduleRun> =>
    until(`what became of ${new Date(fireAt).toISOString()}`, async () => {
      const { items } = await client.call(listScheduleRuns, { params: { scheduleId } });
      return items.find((run) => run.fireAt === fireAt);
    });
  try {
    const hostId = await addThisMachine(home, clock);
    const { url, firstRunToken = '' } = await open();
    const { dba } = await makePeople(url, firstRunToken);
    const check = { cron: '0 2 * * *', timeZone: 'UTC', taskKind: 'hosts.check' };
    const taskInput = { hostIds: [hostId], diskSample: false };
    const add = async (more: { name: string; misfire?: 'once' }) =>
      (await dba.client.call(addSchedule, { body: { ...check, taskInput, overlap: 'parallel', ...more } })).id;
    const skips = await add({ name: 'skips' });
    const makesUp = await add({ name: 'makes up', misfire: 'once' });
    const body = { name: 'sale', reason: 'the big sale', fromAt: two + day - hour, untilAt: two + day + hour };
    await dba.client.call(addFreeze, { body });

    now = two;
    const { taskId = '' } = await runAt(dba, skips, two);
    const done = await until('the end of the check', async () => {
      now += 100;
      const task = await dba.client.call(getTask, { params: { taskId } });
      return ['done', 'failed', 'paused'].includes(task.state) ? task : undefined;
    });
    assert.deepEqual([done.kind, done.state, done.error], ['hosts.check', 'done', undefined]);

    now = two + day;
    const frozen = await runAt(dba, skips, now);
    assert.deepEqual([frozen.because, frozen.taskId], ['CHANGE_FREEZE', undefined]);

    await app?.stop(5);
    app = undefined;
    now = two + 2 * day + hour;
    const restarted = await open();
    const headers = { authorization: `Bearer ${dba.token}` };
    const again = { ...dba, client: createClient({ baseUrl: restarted.url, headers }) };
    assert.equal((await runAt(again, skips, two + 2 * day)).because, 'MISSED');
    assert.ok((await runAt(again, makesUp, two + 2 * day)).taskId);
  } finally {
    await app?.stop(5);
    await rm(home, { recursive: true, force: true });
  }
});
