import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ServerStatus } from './control-messages.ts';
import { drainServer, stopServer } from './drain-server.ts';
import { findRunningServer, type RunningServer } from './running-server.ts';

const program = fileURLToPath(new URL('./testing/small-server.ts', import.meta.url));

async function setUp(context: TestContext) {
  const home = await mkdtemp(join(tmpdir(), 'my-drain-'));
  const children: ChildProcess[] = [];
  const at = (name: string) => join(home, name);
  context.after(async () => {
    for (const child of children) child.kill('SIGKILL');
    writeFileSync(at('let-copy'), '');
    await until(() => !existsSync(at('acts.log')) || existsSync(at('copied')), 'the job ends');
    await rm(home, { recursive: true, force: true });
  });
  return {
    at,
    acts: () => (existsSync(at('acts.log')) ? readFileSync(at('acts.log'), 'utf8').trim().split('\n') : []),
    allow: (name: string) => writeFileSync(at(`let-${name}`), ''),
    start: async () => {
      const child = spawn(process.execPath, [program, home], { stdio: ['ignore', 'pipe', 'ignore'] });
      children.push(child);
      await once(child.stdout, 'data');
      return child;
    },
    find: async (): Promise<RunningServer> => {
      const looked = await findRunningServer({ home, store: { file: at('myriad.db') } });
      assert.equal(looked.found, 'server');
      if (looked.found !== 'server') throw new Error('no server');
      return looked.server;
    },
    found: async () => (await findRunningServer({ home, store: { file: at('myriad.db') } })).found,
  };
}

async function until(look: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('upgraded in the middle of detached work: the next server goes on from its checkpoint, the work was started once', async (context) => {
  const { acts, allow, start, find, found } = await setUp(context);
  const first = await start();
  await until(() => acts().length === 1, 'the copy starts');
  const states: ServerStatus[] = [];
  const server = await find();
  const drained = await drainServer(server, { withinSeconds: 20, onStatus: (status) => void states.push(status) });
  assert.deepEqual(drained, { outcome: 'quiet' });
  const [step] = states.at(-1)?.work[0]?.steps ?? [];
  assert.equal(step?.id !== undefined && step.detached, true, 'it is shown as detached');
  assert.equal(await stopServer(server, 20), true);
  assert.equal(first.exitCode ?? (await once(first, 'exit'))[0], 0);
  assert.equal(await found(), 'none');
  allow('copy');
  allow('make');
  await start();
  await until(() => acts().includes('make starts'), 'the task goes on');
  assert.deepEqual(acts(), ['copy starts', 'copy ends', 'make starts']);
});

test('a step in the server that does not end in time: the drain is taken back and work goes on', async (context) => {
  const { acts, allow, start, find } = await setUp(context);
  await start();
  allow('copy');
  await until(() => acts().includes('make starts'), 'the step in the server runs');
  const drained = await drainServer(await find(), { withinSeconds: 1, onStatus: () => {} });
  assert.equal(drained.outcome, 'busy');
  assert.equal(drained.outcome === 'busy' && drained.last.work[0]?.steps[0]?.title.en, 'Make');
  await until(async () => (await find()).status.state === 'working', 'it works again');
  allow('make');
  await until(async () => (await find()).status.work.length === 0, 'the task ends');
  assert.equal(acts().filter((act) => act === 'make starts').length, 1);
});

test('whoever drains and dies leaves a server that starts the next step', async (context) => {
  const { acts, allow, start, find } = await setUp(context);
  await start();
  await until(() => acts().length === 1, 'the copy starts');
  const server = await find();
  assert.equal((await drainServer(server, { withinSeconds: 20, onStatus: () => {} })).outcome, 'quiet');
  assert.equal((await drainServer(await find(), { withinSeconds: 5, onStatus: () => {} })).outcome, 'taken');
  server.line.close();
  allow('copy');
  allow('make');
  await until(async () => (await find()).status.work.length === 0, 'the task ends');
  assert.deepEqual(acts(), ['copy starts', 'copy ends', 'make starts']);
});

test('a server that died without a word is not found', async (context) => {
  const { at, start, found } = await setUp(context);
  const child = await start();
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(existsSync(at('control.sock')), true);
  assert.equal(await found(), 'none');
  await start();
  assert.equal(await found(), 'server');
});
