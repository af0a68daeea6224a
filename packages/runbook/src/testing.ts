import assert from 'node:assert/strict';
import { z } from 'zod';
import {
  createMemoryRunStore,
  createRunner,
  defineLongStep,
  defineRecordStep,
  defineStep,
  defineTask,
  type Fragment,
  type Look,
  type RequestKind,
  StepFailure,
  type StepMaker,
} from './index.ts';

export const words = (text: string) => ({ en: text, zh: text });
export const named = z.object({ name: z.string() });

/** A tiny world: things exist or do not, and every act on it is written down. */
export function world() {
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

export type World = ReturnType<typeof world>;

/** A task over that world on a journal in memory, and the runners that live one after another on it. */
export async function setUp(w: World, body: Fragment, options: { locks?: string[]; atOnce?: number } = {}) {
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

export const on = <I>(step: StepMaker<I>, input: I & { name: string }) => step(input, { target: input.name });

export const fails =
  (code: string, retryable = true) =>
  () => {
    throw new StepFailure({ code, words: words(code), retryable });
  };
