import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { endOrphan } from '../../../platform/engine/restate/restate-server.ts';
import { createLog } from '../../../platform/log/log.ts';

const log = createLog({ level: 'error' });
const long = process.env.MYRIAD_LONG === '1';
const victim = fileURLToPath(new URL('./victim.ts', import.meta.url));

type Finale = 'done' | 'undo';
/** What happens to the engine while the server is dead. */
type EngineFate = 'lives on' | 'is killed' | 'loses its folder';

interface Ended {
  readonly state: string;
  readonly notes: number;
  readonly locks: number;
  readonly states: Readonly<Record<string, string>>;
  readonly commits: number;
}

/** Runs the small server until it ends; undefined = it died by SIGKILL, as asked. */
function runVictim(settings: { folder: string; dieAt?: string; finale: Finale }, during?: () => Promise<void>) {
  return new Promise<Ended | undefined>((resolve, reject) => {
    const child = spawn(process.execPath, [victim, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const limit = setTimeout(() => child.kill('SIGTERM'), 60_000);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(JSON.parse(out.trim().split('\n').at(-1) ?? '') as Ended);
      else reject(new Error(`victim ended with ${code ?? signal}\n${out}\n${err.slice(-3000)}`));
    });
    during?.().catch(reject);
  });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'my-crash-'));
  try {
    await work(folder);
  } finally {
    await endOrphan(join(folder, 'engine'), log);
    await rm(folder, { recursive: true, force: true });
  }
}

const actsIn = (folder: string) => readFileSync(join(folder, 'acts.log'), 'utf8').trim().split('\n').sort();

async function assertRight(folder: string, finale: Finale, ended: Ended | undefined): Promise<void> {
  assert.ok(ended, 'the second life ends by itself');
  assert.equal(ended.locks, 0);
  assert.deepEqual(actsIn(folder), ['copy c', 'make a', 'make b', 'make d'], 'each effect exactly once');
  const world = (await readdir(join(folder, 'world'))).sort();
  if (finale === 'done') {
    assert.equal(ended.state, 'done');
    assert.equal(ended.notes, 1);
    assert.deepEqual(world, ['a', 'b', 'c', 'd']);
    assert.ok(Object.values(ended.states).every((state) => state === 'done'));
  } else {
    assert.equal(ended.state, 'undone');
    assert.equal(ended.notes, 0);
    assert.deepEqual(world, []);
  }
}

async function crash(dieAt: string, finale: Finale, fate: EngineFate): Promise<void> {
  await inFolder(async (folder) => {
    assert.equal(await runVictim({ folder, dieAt, finale }), undefined, `it dies at ${dieAt}`);
    if (fate !== 'lives on') await endOrphan(join(folder, 'engine'), log);
    if (fate === 'loses its folder') await rm(join(folder, 'engine'), { recursive: true, force: true });
    await assertRight(folder, finale, await runVictim({ folder, finale }));
  });
}

const quick: readonly [string, Finale, EngineFate][] = [
  ['effect:a', 'done', 'lives on'],
  ['effect:c', 'done', 'is killed'],
  ['look:c', 'done', 'loses its folder'],
  ['effect:n', 'done', 'lives on'],
  ['undo-effect:d', 'undo', 'loses its folder'],
];
const points = [
  'begin:a',
  'effect:a',
  'begin:b',
  'effect:b',
  'begin:c',
  'effect:c',
  'look:c',
  'effect:n',
  'begin:d',
  'effect:d',
];
const undoPoints = ['d', 'n', 'a', 'b'].flatMap((name) =>
  (name === 'n' ? [] : [`undo-begin:${name}`]).concat(`undo-effect:${name}`),
);
const everyPoint: readonly [string, Finale, EngineFate][] = [
  ...points.flatMap((point) =>
    (['lives on', 'is killed', 'loses its folder'] as const).map((fate): [string, Finale, EngineFate] => [
      point,
      'done',
      fate,
    ]),
  ),
  ...undoPoints.map((point): [string, Finale, EngineFate] => [point, 'undo', 'lives on']),
];

for (const [dieAt, finale, fate] of long ? everyPoint : quick) {
  const way = finale === 'undo' ? 'undone' : 'done';
  test(`killed at ${dieAt} while the engine ${fate}: the task is still ${way}, each effect once`, () =>
    crash(dieAt, finale, fate));
}

test('killed after every commit in turn: the task still ends right', {
  skip: !long && 'long: set MYRIAD_LONG=1',
}, async (context) => {
  for (const finale of ['done', 'undo'] as const) {
    let commits = 0;
    await inFolder(async (folder) => {
      commits = (await runVictim({ folder, finale }))?.commits ?? 0;
    });
    assert.ok(commits > 5);
    for (let at = 1; at < commits; at += 1)
      await context.test(`${finale}, commit ${at}`, () =>
        inFolder(async (folder) => {
          // Lines said may be written in one batch or in two: a late commit may not come.
          const first = await runVictim({ folder, finale, dieAt: `commit:${at}` });
          await assertRight(folder, finale, first ?? (await runVictim({ folder, finale })));
        }),
      );
  }
});

test('the engine is killed and its folder deleted while a task runs: the task ends right without a restart of the server', () =>
  inFolder(async (folder) => {
    const ended = await runVictim({ folder, finale: 'done' }, async () => {
      while (!existsSync(join(folder, 'world/a'))) await new Promise((resolve) => setTimeout(resolve, 5));
      const { pid } = JSON.parse(readFileSync(join(folder, 'engine/engine.pid'), 'utf8')) as { pid: number };
      process.kill(pid, 'SIGKILL');
      await rm(join(folder, 'engine/data'), { recursive: true, force: true });
    });
    await assertRight(folder, 'done', ended);
  }));
