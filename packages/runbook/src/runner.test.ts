import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import {
  createMemoryRunStore,
  createRunner,
  defineLongStep,
  defineRecordStep,
  defineStep,
  defineTask,
  type Fragment,
  inOrder,
  type Look,
  type RequestKind,
  StepFailure,
  type StepMaker,
  sideBySide,
} from './index.ts';

const words = (text: string) => ({ en: text, zh: text });
const named = z.object({ name: z.string() });

/** A tiny world: things exist or do not, and every act on it is written down. */
function world() {
  const things = new Set<string>();
  const acts: string[] = [];
  const faults = new Map<string, (signal: AbortSignal) => Promise<void> | void>();
  const make = defineStep()({
    name: 'world.make',
    title: words('make'),
    effect: 'reversible',
    input: named,
    limitSeconds: 5,
    skippable: true,
    isDone: async (_, { name }) => (things.has(name) ? { name } : undefined),
    run: async ({ signal }, { name }) => {
      await faults.get(name)?.(signal);
      things.add(name);
      acts.push(`make ${name}`);
      return { name };
    },
    undo: async (_, { name }) => {
      things.delete(name);
      acts.push(`unmake ${name}`);
    },
  });
  const open = defineStep()({
    name: 'world.open',
    title: words('open'),
    effect: 'irreversible',
    input: named,
    limitSeconds: 5,
    retry: { times: 2, firstSeconds: 0.01, maxSeconds: 0.02 },
    run: async ({ signal }, { name }) => {
      await faults.get(name)?.(signal);
      acts.push(`open ${name}`);
      return {};
    },
  });
  const note = defineRecordStep<object, undefined>()({
    name: 'world.note',
    title: words('note'),
    effect: 'record',
    input: named,
    limitSeconds: 5,
    record: async (_tx, context, { name }) => {
      acts.push(`note ${name} after ${JSON.stringify(context.resultOf(`world.make:${name}`) ?? null)}`);
      return {};
    },
    unrecord: async (_tx, _context, { name }) => {
      acts.push(`unnote ${name}`);
    },
  });
  const jobs = new Map<string, { looks: number; end?: Look }>();
  const copy = defineLongStep()({
    name: 'world.copy',
    title: words('copy'),
    effect: 'reversible',
    input: named,
    limitSeconds: 5,
    lookSeconds: 0.01,
    start: async ({ jobKey }, { name }) => {
      if (!jobs.has(jobKey)) {
        acts.push(`start ${name}`);
        jobs.set(jobKey, { looks: 0 });
      }
      return { job: jobKey };
    },
    look: async (_, { name }, { job }) => {
      const found = jobs.get(String(job));
      if (!found) return { state: 'gone' };
      if (found.end) return found.end;
      await faults.get(name)?.(AbortSignal.abort());
      found.looks += 1;
      return found.looks > 2
        ? { state: 'done', result: { name } }
        : { state: 'running', progress: { done: found.looks, unit: 'items' } };
    },
    stop: async (_, { name }, { job }) => {
      acts.push(`stop ${name}`);
      jobs.delete(String(job));
    },
    undo: async (_, { name }) => {
      acts.push(`uncopy ${name}`);
    },
  });
  return { things, acts, faults, jobs, make, open, note, copy, steps: [make, open, note, copy] as const };
}

type World = ReturnType<typeof world>;

async function setUp(w: World, body: Fragment, options: { locks?: string[]; atOnce?: number } = {}) {
  const freed: string[] = [];
  const store = createMemoryRunStore((id) => freed.push(id));
  let current = body;
  const task = defineTask()({
    kind: 'world.change',
    input: z.object({}),
    facts: async () => ({}),
    title: () => words('change'),
    locks: () => options.locks ?? [],
    plan: () => current,
    ...(options.atOnce === undefined ? {} : { atOnce: options.atOnce }),
    // biome-ignore lint/suspicious/noExplicitAny: as in TaskDefinition.steps.
    steps: [...w.steps] as StepMaker<any>[],
  });
  const plan = await task.planFor({}, {});
  const startRunner = () =>
    createRunner({
      store,
      steps: w.steps.map(({ step }) => step),
      tasks: [task],
      ports: {},
      graceSeconds: 0.2,
    });
  let runner = startRunner();
  store.add('t1', plan, 0);
  let requests = 0;
  return {
    store,
    plan,
    freed,
    runner: () => runner,
    restart: () => {
      runner = startRunner();
    },
    changePlan: (other: Fragment) => {
      current = other;
    },
    ask: (kind: RequestKind, stepId?: string) => {
      requests += 1;
      store.request('t1', { id: `r${requests}`, kind, by: 'alice', ...(stepId ? { stepId } : {}) });
      runner.poke('t1');
    },
    drive: async (id = 't1') => {
      for (;;) {
        const outcome = await runner.drive(id);
        if (typeof outcome === 'string') return outcome;
      }
    },
    task: async (id = 't1') => {
      const found = await store.load(id);
      assert.ok(found);
      return found;
    },
    states: async () =>
      Object.fromEntries((await store.load('t1'))?.steps.map(({ call, state }) => [call.target, state]) ?? []),
  };
}

const on = <I>(step: StepMaker<I>, input: I & { name: string }) => step(input, { target: input.name });

const fails =
  (code: string, retryable = true) =>
  () => {
    throw new StepFailure({ code, words: words(code), retryable });
  };

test('a plan runs in its order, side by side where it may, and a record step sees earlier results', async () => {
  const w = world();
  const s = await setUp(
    w,
    inOrder(
      sideBySide(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })),
      on(w.copy, { name: 'c' }),
      on(w.note, { name: 'a' }),
    ),
  );
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual([...w.acts].sort(), ['make a', 'make b', 'note a after {"name":"a"}', 'start c']);
  assert.equal(w.acts.at(-1), 'note a after {"name":"a"}');
  assert.equal((await s.task()).state, 'done');
});

test('at most so many steps at once as the plan allows', async () => {
  const w = world();
  let now = 0;
  let most = 0;
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names)
    w.faults.set(name, async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    });
  const s = await setUp(w, sideBySide(...names.map((name) => on(w.make, { name }))), { atOnce: 2 });
  await s.drive();
  assert.equal(most, 2);
});

test('a failed step pauses the task after independent steps went on; retry runs only what failed', async () => {
  const w = world();
  w.faults.set('bad', fails('BROKEN'));
  const s = await setUp(
    w,
    sideBySide(
      inOrder(on(w.make, { name: 'bad' }), on(w.make, { name: 'behind' })),
      inOrder(on(w.make, { name: 'x' }), on(w.make, { name: 'y' })),
    ),
  );
  assert.equal(await s.drive(), 'parked');
  const paused = await s.task();
  assert.equal(paused.state, 'paused');
  assert.equal(paused.error?.code, 'BROKEN');
  assert.deepEqual(await s.states(), { bad: 'failed', behind: 'pending', x: 'done', y: 'done' });
  w.faults.clear();
  s.ask('retry');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['make x', 'make y', 'make bad', 'make behind']);
});

test('a retryable failure is tried again with back-off, a refusal is not', async () => {
  const w = world();
  let tries = 0;
  w.faults.set('a', () => {
    tries += 1;
    if (tries < 3) fails('BUSY')();
  });
  const s = await setUp(w, on(w.open, { name: 'a' }));
  assert.equal(await s.drive(), 'ended');
  assert.equal(tries, 3);

  const w2 = world();
  let refusals = 0;
  w2.faults.set('a', () => {
    refusals += 1;
    fails('REFUSED', false)();
  });
  const s2 = await setUp(w2, on(w2.open, { name: 'a' }));
  assert.equal(await s2.drive(), 'parked');
  assert.equal(refusals, 1);
});

test('skip goes on past a skippable step and is refused for another', async () => {
  const w = world();
  w.faults.set('a', fails('BROKEN', false));
  const s = await setUp(w, inOrder(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })));
  await s.drive();
  s.ask('skip', 'world.make:a');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(await s.states(), { a: 'skipped', b: 'done' });

  const w2 = world();
  w2.faults.set('a', fails('BROKEN', false));
  const s2 = await setUp(w2, on(w2.open, { name: 'a' }));
  await s2.drive();
  s2.ask('skip');
  assert.equal(await s2.drive(), 'parked');
  assert.equal((await s2.task()).state, 'paused');
});

test('undo goes backwards over what really ran, and leaves alone what was there before', async () => {
  const w = world();
  w.things.add('old');
  w.faults.set('d', fails('BROKEN'));
  const s = await setUp(
    w,
    inOrder(
      on(w.make, { name: 'old' }),
      on(w.make, { name: 'a' }),
      on(w.note, { name: 'a' }),
      on(w.copy, { name: 'c' }),
      on(w.make, { name: 'd' }),
      on(w.make, { name: 'never' }),
    ),
  );
  await s.drive();
  w.acts.length = 0;
  s.ask('undo');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['unmake d', 'uncopy c', 'unnote a', 'unmake a']);
  assert.deepEqual([...w.things], ['old']);
  assert.equal((await s.task()).state, 'undone');
});

test('undo stops at a step that has none, says what is left, and the task can still go forward', async () => {
  const w = world();
  w.faults.set('c', fails('BROKEN'));
  const s = await setUp(
    w,
    inOrder(
      on(w.make, { name: 'a' }),
      on(w.open, { name: 'b' }),
      on(w.make, { name: 'c2' }),
      on(w.make, { name: 'c' }),
    ),
  );
  await s.drive();
  s.ask('undo');
  assert.equal(await s.drive(), 'parked');
  const stopped = await s.task();
  assert.equal(stopped.state, 'paused');
  assert.equal(stopped.error?.code, 'UNDO_STOPPED');
  assert.match(stopped.error?.words.en ?? '', /world\.make:a, world\.open:b/);
  assert.deepEqual(await s.states(), { a: 'done', b: 'done', c2: 'undone', c: 'undone' });
  w.faults.clear();
  s.ask('retry');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(await s.states(), { a: 'done', b: 'done', c2: 'done', c: 'done' });
});

test('abort ends the task as failed and says what is left', async () => {
  const w = world();
  w.faults.set('b', fails('BROKEN'));
  const s = await setUp(w, inOrder(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })));
  await s.drive();
  s.ask('abort');
  assert.equal(await s.drive(), 'ended');
  const { state, error } = await s.task();
  assert.equal(state, 'failed');
  assert.match(error?.words.en ?? '', /world\.make:a/);
});

test('cancel ends running bodies and detached work, pauses, and retry resumes', async () => {
  const w = world();
  const begun = Promise.withResolvers<void>();
  w.faults.set('a', async (signal) => {
    begun.resolve();
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  w.faults.set('c', () => {
    const job = [...w.jobs.values()][0];
    if (job) job.looks = 0;
  });
  const s = await setUp(w, sideBySide(on(w.make, { name: 'a' }), on(w.copy, { name: 'c' })));
  const driven = s.drive();
  await begun.promise;
  while ((await s.task()).steps[1]?.handle === undefined) await new Promise((resolve) => setImmediate(resolve));
  s.ask('cancel');
  assert.equal(await driven, 'parked');
  const paused = await s.task();
  assert.equal(paused.error?.code, 'TASK_CANCELLED');
  assert.deepEqual(await s.states(), { a: 'cancelled', c: 'cancelled' });
  assert.equal(w.jobs.size, 0);
  w.faults.clear();
  s.ask('retry');
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual([...w.acts].sort(), ['make a', 'start c', 'start c', 'stop c']);
});

test('a cancel before anything ran ends the task at once', async () => {
  const w = world();
  const s = await setUp(w, on(w.make, { name: 'a' }));
  s.ask('cancel');
  assert.equal(await s.drive(), 'ended');
  assert.equal((await s.task()).state, 'cancelled');
  assert.deepEqual(w.acts, []);
});

test('a plan that would differ now is refused before its first step', async () => {
  const w = world();
  const s = await setUp(w, on(w.make, { name: 'a' }));
  s.changePlan(on(w.make, { name: 'b' }));
  assert.equal(await s.drive(), 'ended');
  const { state, error } = await s.task();
  assert.equal(state, 'failed');
  assert.equal(error?.code, 'PLAN_CHANGED');
  assert.deepEqual(w.acts, []);
});

test('two tasks on one resource never run together, and the second says whom it waits for', async () => {
  const w = world();
  const gate = Promise.withResolvers<void>();
  w.faults.set('a', () => gate.promise);
  const s = await setUp(w, on(w.make, { name: 'a' }), { locks: ['cluster/1'] });
  s.store.add('t2', s.plan, 1);
  const first = s.drive();
  while ((await s.task()).state !== 'running') await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await s.drive('t2'), 'parked');
  assert.equal((await s.task('t2')).state, 'waiting');
  assert.match(s.store.eventsOf('t2').at(-1)?.words?.en ?? '', /task t1, which holds cluster\/1/);
  gate.resolve();
  await first;
  assert.deepEqual(s.freed, ['t2']);
  assert.equal(await s.drive('t2'), 'ended');
});

test('a step whose effect is not there after it ran has failed', async () => {
  const w = world();
  const liar = defineStep()({
    name: 'world.open',
    title: words('lie'),
    effect: 'irreversible',
    input: named,
    limitSeconds: 5,
    isDone: async () => undefined,
    run: async () => ({}),
  });
  const s = await setUp({ ...w, steps: [w.make, liar, w.note, w.copy] }, on(liar, { name: 'a' }));
  assert.equal(await s.drive(), 'parked');
  assert.equal((await s.task()).error?.code, 'STEP_NOT_EFFECTIVE');
});

test('the time limit aborts a body and waits for its end; one that ignores it is never run twice at once', async () => {
  const w = world();
  const hang = Promise.withResolvers<void>();
  let runs = 0;
  const deaf = defineStep()({
    name: 'world.open',
    title: words('deaf'),
    effect: 'irreversible',
    input: named,
    limitSeconds: 0.02,
    run: async ({ signal }, { name }) => {
      runs += 1;
      if (name === 'deaf') await hang.promise;
      else await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      return {};
    },
  });
  const s = await setUp({ ...w, steps: [w.make, deaf, w.note, w.copy] }, inOrder(on(deaf, { name: 'listens' })));
  await s.drive();
  assert.equal((await s.task()).error?.code, 'TIME_LIMIT');

  runs = 0;
  const s2 = await setUp({ ...w, steps: [w.make, deaf, w.note, w.copy] }, inOrder(on(deaf, { name: 'deaf' })));
  await s2.drive();
  assert.equal((await s2.task()).error?.code, 'STEP_DID_NOT_END');
  s2.ask('retry');
  await s2.drive();
  assert.equal((await s2.task()).error?.code, 'STEP_DID_NOT_END');
  assert.equal(runs, 1);
  hang.resolve();
});

test('a detached job that vanished is started again', async () => {
  const w = world();
  let vanished = false;
  w.faults.set('c', () => {
    if (!vanished) w.jobs.clear();
    vanished = true;
  });
  const s = await setUp(w, on(w.copy, { name: 'c' }));
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['start c', 'start c']);
});

test('an unreachable job is looked at again, not failed', async () => {
  const w = world();
  let looks = 0;
  w.faults.set('c', () => {
    looks += 1;
    if (looks < 3) throw new Error('connection lost');
  });
  const s = await setUp(w, on(w.copy, { name: 'c' }));
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['start c']);
});

test('drain leaves detached work at its checkpoint and a new runner goes on with it', async () => {
  const w = world();
  w.faults.set('c', () => {
    for (const job of w.jobs.values()) job.looks = 0;
  });
  const s = await setUp(w, inOrder(on(w.copy, { name: 'c' }), on(w.make, { name: 'a' })));
  const driven = s.drive();
  while ((await s.task()).steps[0]?.handle === undefined) await new Promise((resolve) => setImmediate(resolve));
  await s.runner().drain();
  assert.equal(await driven, 'parked');
  assert.deepEqual(await s.states(), { c: 'running', a: 'pending' });
  assert.equal(await s.runner().drive('t1'), 'parked');
  w.faults.clear();
  s.restart();
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['start c', 'make a']);
});

test('a drain that led to no end is taken back: the same runner goes on', async () => {
  const w = world();
  const s = await setUp(w, on(w.make, { name: 'a' }));
  await s.runner().drain();
  assert.equal(await s.drive(), 'parked');
  assert.deepEqual(w.acts, []);
  s.runner().resume();
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['make a']);
});

test('a body cut by the end of the process leaves its row to be picked up again', async () => {
  const w = world();
  const begun = Promise.withResolvers<void>();
  w.faults.set('a', async (signal) => {
    begun.resolve();
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  const s = await setUp(w, on(w.make, { name: 'a' }));
  const driven = s.drive();
  await begun.promise;
  await s.runner().abort('t1');
  assert.equal(await driven, 'parked');
  assert.deepEqual(await s.states(), { a: 'running' });
  w.faults.clear();
  s.restart();
  assert.equal(await s.drive(), 'ended');
});

test('a crash between effect and record: the step is found done and not run twice', async () => {
  const w = world();
  const s = await setUp(w, inOrder(on(w.make, { name: 'a' }), on(w.make, { name: 'b' })));
  const { append } = s.store;
  let dead = false;
  s.store.append = async (taskId, change) => {
    if (change.steps?.some(({ patch }) => patch.state === 'done')) dead = true;
    if (dead) throw new Error('killed');
    return append(taskId, change);
  };
  await assert.rejects(s.drive(), /killed/);
  assert.deepEqual(await s.states(), { a: 'running', b: 'pending' });
  s.store.append = append;
  s.restart();
  assert.equal(await s.drive(), 'ended');
  assert.deepEqual(w.acts, ['make a', 'make b']);
});
