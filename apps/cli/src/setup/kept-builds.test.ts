import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentBuild, keepBuild } from './kept-builds.ts';

async function scratch() {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-builds-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** A build that takes its time: `wait` decides when it is done. */
const page =
  (text: string, wait: Promise<void> = Promise.resolve()) =>
  async (into: string) => {
    await mkdir(into, { recursive: true });
    await wait;
    await writeFile(join(into, 'index.html'), text);
  };
const shown = ({ folder }: { folder: string }) => readFile(join(folder, 'current', 'index.html'), 'utf8');

test('while one is built the last one stays, whole, and a platform that runs on it keeps it afterwards', async () => {
  await using builds = await scratch();
  assert.equal(await currentBuild(builds), undefined);
  await keepBuild(builds, 'one', page('1'));
  const running = await realpath(join(builds.folder, 'current'));
  const done = Promise.withResolvers<void>();
  const second = keepBuild(builds, 'two', page('2', done.promise));
  assert.equal(await shown(builds), '1');
  done.resolve();
  await second;
  assert.equal(await shown(builds), '2');
  assert.equal((await currentBuild(builds))?.name, 'two');
  assert.equal(await readFile(join(running, 'index.html'), 'utf8'), '1');
});

test('two builds of the same at once give one whole build', async () => {
  await using builds = await scratch();
  const done = Promise.withResolvers<void>();
  const both = [keepBuild(builds, 'same', page('a', done.promise)), keepBuild(builds, 'same', page('b', done.promise))];
  done.resolve();
  assert.deepEqual(new Set(await Promise.all(both)), new Set([join(builds.folder, 'same')]));
  assert.match(await shown(builds), /^[ab]$/);
  assert.deepEqual((await readdir(builds.folder)).sort(), ['current', 'same']);
});

test('a build that fails changes nothing and leaves nothing', async () => {
  await using builds = await scratch();
  await keepBuild(builds, 'good', page('good'));
  const failing = async (into: string) => {
    await mkdir(into, { recursive: true });
    throw new Error('a type is wrong');
  };
  await assert.rejects(keepBuild(builds, 'bad', failing), /a type is wrong/);
  assert.equal(await shown(builds), 'good');
  assert.deepEqual((await readdir(builds.folder)).sort(), ['current', 'good']);
});

test('a build goes long after another took its place, however old it was then', async () => {
  await using builds = await scratch();
  const longAgo = new Date(Date.now() - 90 * 24 * 3_600_000);
  const grow = (name: string) => utimes(join(builds.folder, name), longAgo, longAgo);
  await keepBuild(builds, 'replaced', page('0'));
  await keepBuild(builds, 'running', page('1'));
  await Promise.all([grow('replaced'), grow('running')]);
  await keepBuild(builds, 'new', page('2'));
  assert.equal(existsSync(join(builds.folder, 'replaced')), false);
  assert.equal(existsSync(join(builds.folder, 'running')), true);
});

test('what a removal that was cut off left behind stands in nobody’s way', async () => {
  await using builds = await scratch();
  const half = join(builds.folder, 'again', 'assets');
  await mkdir(half, { recursive: true });
  await writeFile(join(half, 'old.js'), 'old');
  await keepBuild(builds, 'again', page('whole'));
  assert.equal(await shown(builds), 'whole');
  assert.equal(existsSync(join(half, 'old.js')), false);
  assert.deepEqual((await readdir(builds.folder)).sort(), ['again', 'current']);
});
