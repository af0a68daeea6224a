import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeJobsAtOnce } from '../actions/job-folder.ts';
import type { JobLook } from '../index.ts';
import { folderOn, type HostUnderTest, isAlive, nasty, until, work } from './contract-parts.ts';

/** The promises about detached work every way to a host keeps. */
export function jobContract(host: HostUnderTest): void {
  test('a job outlives its session, shows log and progress, and is found again by its id', async () => {
    const session = await host.open();
    const place = await folderOn(host, session);
    const id = `job/${place}`;
    await session.startJob(work, { folder: place, secret: nasty }, id);
    await session.startJob(work, { folder: place, secret: nasty }, id);
    await session[Symbol.asyncDispose]();
    await using later = await host.open();
    const look = await until(async () => {
      const seen = await later.lookJob(work, id);
      return seen.state === 'running' && seen.progress ? seen : undefined;
    });
    assert.deepEqual(look, { state: 'running', log: 'begun\n', progress: { done: 3, total: 10 } });
    await writeFile(join(place, 'go'), '');
    const done = await until(async () => ended(await later.lookJob(work, id)));
    assert.deepEqual(done, { state: 'done', result: { secret: nasty }, log: 'begun\n' });
    await later.startJob(work, { folder: place, secret: nasty }, id);
    assert.equal((await later.lookJob(work, id)).state, 'done');
    assert.equal(await readFile(join(place, 'starts'), 'utf8'), 'started\n');
  });

  test('two starts of one job at the same time start it once', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    const starts = Array.from({ length: 4 }, () => session.startJob(work, { folder: place, secret: '' }, place));
    await Promise.all(starts);
    await until(() => readFile(join(place, 'child'), 'utf8').catch(() => undefined));
    assert.equal(await readFile(join(place, 'starts'), 'utf8'), 'started\n');
    await session.stopJob(place);
  });

  test('a failed job keeps its error, and starts anew when started again', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    await writeFile(join(place, 'go'), '');
    await writeFile(join(place, 'break'), '');
    await session.startJob(work, { folder: place, secret: 'x' }, place);
    const failed = await until(async () => ended(await session.lookJob(work, place)));
    const error = { code: 'WORK_BROKE', message: 'told to break' };
    assert.deepEqual(failed, { state: 'failed', code: 1, log: 'begun\n', error });
    await session.exec(['rm', join(place, 'break')]);
    await session.startJob(work, { folder: place, secret: 'x' }, place);
    const done = await until(async () => ended(await session.lookJob(work, place)));
    assert.equal(done.state, 'done');
  });

  test('stopping a job ends all it started and says so', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    await session.startJob(work, { folder: place, secret: '' }, place);
    const child = await until(() => readFile(join(place, 'child'), 'utf8').catch(() => undefined));
    await session.stopJob(place);
    assert.equal(await isAlive(child), false);
    const look = await session.lookJob(work, place);
    assert.deepEqual(look, { state: 'failed', code: null, log: 'begun\n' });
    await session.stopJob(place);
    await session.stopJob('never started');
  });

  test('a job whose process was killed is gone; started again, what was left of it is ended first', async () => {
    await using session = await host.open();
    const place = await folderOn(host, session);
    await session.startJob(work, { folder: place, secret: '' }, 'killed.job');
    const child = await until(() => readFile(join(place, 'child'), 'utf8').catch(() => undefined));
    const [pid = ''] = (await readFile(join(host.home(), '.myriad/jobs/killed.job/pid'), 'utf8')).split(' ');
    const script = 'for p in $(pgrep -s "$1" sh); do kill -KILL $p; done';
    await session.exec(['/bin/sh', '-c', script, 'sh', pid]);
    assert.deepEqual(await session.lookJob(work, 'killed.job'), { state: 'gone' });
    assert.equal(await isAlive(child), true);
    await writeFile(join(place, 'go'), '');
    await session.startJob(work, { folder: place, secret: '' }, 'killed.job');
    assert.equal(await isAlive(child), false);
    assert.equal((await until(async () => ended(await session.lookJob(work, 'killed.job')))).state, 'done');
    assert.deepEqual(await session.lookJob(work, 'no such job'), { state: 'gone' });
  });

  test('jobs that ended weeks ago are removed, some at each start; what runs or ended lately stays', async () => {
    await using session = await host.open();
    const jobs = join(host.home(), '.myriad/jobs');
    const start = async (id: string) => {
      const place = await folderOn(host, session);
      await session.startJob(work, { folder: place, secret: '' }, id);
      return place;
    };
    const finish = async (id: string, place: string) => {
      await writeFile(join(place, 'go'), '');
      await until(async () => ended(await session.lookJob(work, id)));
    };
    await finish('ended.lately', await start('ended.lately'));
    await finish('ended.long.ago', await start('ended.long.ago'));
    await start('runs.for.weeks');
    const weeksAgo = new Date(Date.now() - 15 * 86_400_000);
    const left = Array.from({ length: removeJobsAtOnce + 5 }, (_, at) => `left.${at}`);
    for (const id of left) await mkdir(join(jobs, id));
    for (const id of [...left, 'ended.long.ago', 'runs.for.weeks']) await utimes(join(jobs, id), weeksAgo, weeksAgo);
    const oldNow = async () =>
      (await readdir(jobs)).filter((name) => name.startsWith('left.') || name.startsWith('ended.long.ago'));
    await finish('first', await start('first'));
    const between = (await oldNow()).length;
    assert.ok(between >= 6 && between < left.length, `${between} left`);
    await finish('second', await start('second'));
    await finish('third', await start('third'));
    assert.deepEqual(await oldNow(), []);
    assert.equal((await session.lookJob(work, 'runs.for.weeks')).state, 'running');
    assert.equal((await session.lookJob(work, 'ended.lately')).state, 'done');
    await session.stopJob('runs.for.weeks');
  });
}

const ended = <O>(look: JobLook<O>): JobLook<O> | undefined =>
  look.state === 'done' || look.state === 'failed' ? look : undefined;
