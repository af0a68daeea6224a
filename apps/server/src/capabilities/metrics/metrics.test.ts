import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MetricName, type MetricSeries, metricKeptSeconds, metricSteps } from '@myriad/contract';
import { counterNames } from '@myriad/mysql';
import { createLog } from '../../platform/log/log.ts';
import { createSampler } from './create-sampler.ts';
import { metricDefinitions } from './definitions.ts';
import { createMetricsKeeper } from './keep/metrics-keeper.ts';
import { keptSeconds } from './keep/tiers.ts';
import { readSeries, type SeriesQuery } from './read-series.ts';
import { type ScriptedServer, scriptedServer } from './testing/scripted-server.ts';

const noon = Date.UTC(2026, 10, 22, 12);
const id = 'an-instance';

interface Scene {
  now: number;
  readonly file: string;
  readonly lines: readonly string[];
  /** Ten seconds pass, `times` over; `change` before each sample. */
  sample(server: ScriptedServer, times: number, change?: (server: ScriptedServer, turn: number) => void): Promise<void>;
  read(query?: Partial<SeriesQuery>): Promise<MetricSeries>;
  restart(): Promise<void>;
}

async function openScene(t: TestContext, { periodSeconds = 10 } = {}): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'myriad-metrics-'));
  const file = join(folder, 'metrics.db');
  const lines: string[] = [];
  const log = createLog({ level: 'warning', write: (line) => lines.push(line) });
  const clock = { now: () => scene.now };
  const open = () => {
    const keeper = createMetricsKeeper({ file, log });
    return { keeper, sampler: createSampler({ clock, keeper, periodSeconds }) };
  };
  let parts = open();
  const scene: Scene = {
    now: noon,
    file,
    lines,
    sample: async (server, times, change) => {
      for (let turn = 0; turn < times; turn++) {
        scene.now += periodSeconds * 1000;
        change?.(server, turn);
        await parts.sampler.beside(server.asked(id));
      }
    },
    read: (query = {}) => readSeries(parts, { instanceId: id, step: 'auto', ...query }, scene.now),
    restart: async () => {
      await parts.sampler.stop();
      parts = open();
    },
  };
  t.after(async () => {
    await parts.sampler.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return scene;
}

const valuesOf = ({ series }: MetricSeries, name: MetricName): readonly (number | null)[] =>
  series.find(({ metric }) => metric === name)?.values ?? [];
/** The values from the first known one to the last. */
const trimmed = (values: readonly (number | null)[]) =>
  values.slice(
    values.findIndex((value) => value !== null),
    values.findLastIndex((value) => value !== null) + 1,
  );

/** Counts up by this much in ten seconds. */
const counting =
  (steps: Readonly<Record<string, number>>) =>
  ({ counters }: ScriptedServer) => {
    for (const [name, step] of Object.entries({ Uptime: 10, ...steps }))
      counters.set(name, String(Number(counters.get(name) ?? 0) + step));
  };

test('there are twenty metrics, each with a place of its own, words in both languages, and counters that are asked for', () => {
  assert.equal(metricDefinitions.length, 20);
  assert.deepEqual(
    keptSeconds,
    metricSteps.map((step) => [step, metricKeptSeconds[step]]),
  );
  assert.deepEqual(metricDefinitions.map(({ name }) => name).toSorted(), MetricName.options.toSorted());
  for (const { name, words, why, from } of metricDefinitions) {
    for (const said of [words, why]) {
      assert.match(said.zh, /\p{Script=Han}/u, name);
      assert.doesNotMatch(said.en, /\p{Script=Han}/u, name);
    }
    if (name !== 'lag')
      assert.ok(
        from.every((counter) => (counterNames as readonly string[]).includes(counter)),
        name,
      );
  }
});

test('gauges are as they stand, counters a rate, two counters a ratio; the first sample has no rate', async (t) => {
  const scene = await openScene(t);
  const server = scriptedServer({ Uptime: 1000, Questions: 5, Threads_running: 3, Com_insert: 0, Com_update: 0 });
  for (const name of counterNames) if (name.startsWith('Com_')) server.counters.set(name, '0');
  const steps = { Questions: 250, Com_insert: 10, Com_update: 20 };
  const pool = { Innodb_buffer_pool_read_requests: 1000, Innodb_buffer_pool_reads: 20 };
  await scene.sample(server, 3, counting({ ...steps, ...pool }));
  const read = await scene.read({ from: noon, step: '10' });
  assert.deepEqual([read.from, read.stepSeconds, read.sampledAt], [noon, 10, scene.now]);
  // The point that begins now is not over yet, but known: it is shown once its time has come.
  scene.now += 1;
  const after = await scene.read({ from: noon, step: '10' });
  assert.deepEqual(valuesOf(after, 'running'), [null, 3, 3, 3]);
  assert.deepEqual(valuesOf(after, 'questions'), [null, null, 25, 25]);
  assert.deepEqual(valuesOf(after, 'writes'), [null, null, 3, 3]);
  assert.deepEqual(valuesOf(after, 'pool-hit'), [null, null, 98, 98]);
  assert.deepEqual(valuesOf(after, 'lag'), [null, null, null, null]);
});

test('a gap stays a gap: silence, a restart, a counter set back, another server under the same record', async (t) => {
  const scene = await openScene(t);
  const server = scriptedServer({ Uptime: 1000, Questions: 0, Threads_running: 1 });
  const count = counting({ Questions: 100 });
  await scene.sample(server, 3, count);
  scene.now += 60_000; // silent for a minute
  server.counters.set('Uptime', '1090');
  await scene.sample(server, 2, count);
  // The server starts again; its counters have soon passed where they were.
  await scene.sample(server, 1, ({ counters }) => {
    counters.set('Uptime', '2');
    counters.set('Questions', '900000');
  });
  await scene.sample(server, 1, count);
  // FLUSH STATUS: the uptime goes on.
  await scene.sample(server, 1, ({ counters }) => {
    counting({})(server);
    counters.set('Questions', '7');
  });
  await scene.sample(server, 1, count);
  server.uuid = 'b'; // Somebody put another server there.
  await scene.sample(server, 1, count);
  await scene.sample(server, 1, count);
  scene.now += 1;
  const read = await scene.read({ from: noon + 10_000, step: '10', metrics: ['questions', 'running'] });
  const silence = [null, null, null, null, null, null];
  assert.deepEqual(valuesOf(read, 'questions'), [null, 10, 10, ...silence, null, 10, null, 10, null, 10, null, 10]);
  assert.deepEqual(valuesOf(read, 'running'), [1, 1, 1, ...silence, 1, 1, 1, 1, 1, 1, 1, 1]);
});

test('a server that lies makes gaps, never numbers', async (t) => {
  const scene = await openScene(t);
  const server = scriptedServer({ Uptime: 1000, Threads_running: '-1e999', Threads_connected: 'NaN', Bytes_sent: '5' });
  server.counters.set('Innodb_buffer_pool_pages_dirty', '<b>');
  server.counters.set('Innodb_buffer_pool_pages_total', '0');
  await scene.sample(server, 3, ({ counters }, turn) => {
    counting({})(server);
    counters.set('Bytes_sent', turn === 1 ? '18446744073709551615' : '94565446320297');
    counters.set('Questions', '9'.repeat(400));
  });
  scene.now += 1;
  const { series } = await scene.read({ from: noon, step: '10' });
  for (const { metric, values } of series)
    assert.ok(
      values.every((value) => value === null || (Number.isFinite(value) && value >= 0)),
      `${metric} ${values}`,
    );
  assert.deepEqual(
    valuesOf(await scene.read({ step: '10' }), 'running').filter((value) => value !== null),
    [],
  );
});

test('lag is of the slowest channel; not known on one makes it not known', async (t) => {
  const scene = await openScene(t);
  const server = scriptedServer({ Uptime: 1 });
  server.lagSeconds = 7;
  await scene.sample(server, 1);
  server.lagSeconds = null;
  await scene.sample(server, 1);
  scene.now += 1;
  assert.deepEqual(valuesOf(await scene.read({ from: noon + 10_000, step: '10' }), 'lag'), [7, null]);
});

test('coarser points are the mean and the highest of what is known, and the coarsest is up to date when asked', async (t) => {
  const scene = await openScene(t);
  const server = scriptedServer({ Uptime: 1 });
  // Eleven minutes: 1, 2, 3 … running threads.
  await scene.sample(server, 66, ({ counters }, turn) => {
    counting({})(server);
    counters.set('Threads_running', String(turn + 1));
  });
  const minutes = await scene.read({ from: noon, step: '60', metrics: ['running'] });
  // 12:00:10 to 12:00:50 are the first five, for the sweep begins then.
  assert.deepEqual(minutes.series[0]?.values.slice(0, 3), [3, 8.5, 14.5]);
  assert.deepEqual(minutes.series[0]?.highest?.slice(0, 3), [5, 11, 17]);
  const tens = await scene.read({ from: noon, step: '600', metrics: ['running'] });
  assert.equal(tens.series[0]?.highest?.[0], 59);
  assert.ok(Math.abs((tens.series[0]?.values[0] ?? 0) - 29.55) < 0.01, JSON.stringify(tens));
  assert.equal(tens.series[0]?.highest?.[1], 66);
});

test('a restart keeps what was sampled, and the time between is a gap', async (t) => {
  const scene = await openScene(t);
  const server = scriptedServer({ Uptime: 1000, Questions: 0, Threads_running: 2 });
  const count = counting({ Questions: 10 });
  await scene.sample(server, 20, count);
  await scene.restart();
  scene.now += 120_000;
  server.counters.set('Uptime', '1320');
  await scene.sample(server, 3, count);
  scene.now += 1;
  const running = trimmed(valuesOf(await scene.read({ from: noon, step: '10' }), 'running'));
  assert.deepEqual(running, [...Array(20).fill(2), ...Array(12).fill(null), ...Array(3).fill(2)]);
});

test('a killed process loses what was not handed over, and nothing before', async (t) => {
  const scene = await openScene(t);
  const script = fileURLToPath(new URL('./testing/sample-and-wait.ts', import.meta.url));
  const child = spawn(process.execPath, [script, scene.file, String(noon), '30'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  assert.equal(String(said), 'ready\n');
  child.kill('SIGKILL');
  await once(child, 'exit');
  scene.now = noon + 400_000;
  const running = trimmed(valuesOf(await scene.read({ from: noon, step: '10' }), 'running'));
  assert.deepEqual(running, Array(30).fill(3));
  const minutes = await scene.read({ from: noon + 60_000, to: noon + 240_000, step: '60', metrics: ['running'] });
  assert.deepEqual(minutes.series[0]?.values, [3, 3, 3]);
});

test('seven days later the file is as large as after one, and what is over is gone', async (t) => {
  const scene = await openScene(t, { periodSeconds: 60 });
  const server = scriptedServer({ Uptime: 1, Threads_running: 4 });
  const day = 1440;
  await scene.sample(server, 8 * day, counting({ Uptime: 60 }));
  const week = await scene.read({ from: scene.now - 7 * 86_400_000, step: '600', metrics: ['running'] });
  assert.equal(week.series[0]?.values.filter((value) => value === 4).length, week.series[0]?.values.length);
  const before = await scene.read({ from: noon, to: noon + 3_600_000, step: '600', metrics: ['running'] });
  assert.deepEqual(new Set(before.series[0]?.values), new Set([null]));
  const old = await scene.read({
    from: scene.now - 4 * 3_600_000,
    to: scene.now - 3 * 3_600_000,
    step: '10',
    metrics: ['running'],
  });
  assert.deepEqual(new Set(old.series[0]?.values), new Set([null]));
  // At a minute a sample each point of ten seconds is filled: it speaks for the time since the one before.
  const fine = await scene.read({ from: scene.now - 3_600_000, step: '10', metrics: ['running'] });
  assert.deepEqual(new Set(fine.series[0]?.values), new Set([4]));
  await scene.restart();
  assert.ok((await stat(scene.file)).size < 200_000, `${(await stat(scene.file)).size}`);
});

test('`auto` takes the finest step that is kept and fits; wrong ranges are told', async (t) => {
  const scene = await openScene(t);
  await scene.sample(scriptedServer({ Uptime: 1 }), 1);
  const stepOf = async (hours: number) => (await scene.read({ from: scene.now - hours * 3_600_000 })).stepSeconds;
  assert.deepEqual(
    await Promise.all([stepOf(1), stepOf(2), stepOf(3), stepOf(24), stepOf(25), stepOf(168)]),
    [10, 10, 60, 60, 600, 600],
  );
  await assert.rejects(scene.read({ from: scene.now + 1 }), { code: 'METRIC_RANGE_WRONG' });
  await assert.rejects(scene.read({ from: 0 }), { code: 'METRIC_RANGE_TOO_LONG' });
  await assert.rejects(scene.read({ from: scene.now - 86_400_000, step: '10' }), { code: 'METRIC_RANGE_TOO_LONG' });
  // Of the future nothing is known, and nothing is made room for.
  assert.ok((await scene.read({ to: scene.now * 2 })).to <= scene.now + 10_000);
});

test('one that is swept faster than every ten seconds is asked no more often', async (t) => {
  const scene = await openScene(t, { periodSeconds: 2 });
  const server = scriptedServer({ Uptime: 1 });
  await scene.sample(server, 20, counting({ Uptime: 2 }));
  assert.equal(server.statements, 4);
});

test('a file that is broken is put aside and said so; the charts begin anew', async (t) => {
  const scene = await openScene(t);
  await writeFile(scene.file, 'this is no database, whatever it is called '.repeat(200));
  const server = scriptedServer({ Uptime: 1, Threads_running: 1 });
  await scene.sample(server, 2, counting({}));
  scene.now += 1;
  assert.deepEqual(trimmed(valuesOf(await scene.read({ step: '10' }), 'running')), [1, 1]);
  assert.match(scene.lines.join(), /put aside/);
});
