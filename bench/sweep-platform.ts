import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createMetrics } from '../apps/server/src/capabilities/metrics/index.ts';
import { openSimulatedPlatform } from '../apps/server/src/capabilities/sweeps/testing/simulated-fleet.ts';
import { systemClock } from '../apps/server/src/platform/clock/clock.ts';
import { createLog } from '../apps/server/src/platform/log/log.ts';
import { makeFleet } from '../lab/src/simulator/simulated-server.ts';

/** The sweep with its store, as a process of its own: started by `sweep-10000`, which pins it to a core. */
const [servers = 0, clusters = 0, port = 0, periodSeconds = 10, periods = 6] = process.argv.slice(2).map(Number);

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const fleet = makeFleet({ servers, clusters, port, startedAt: Date.now() });
const filling = performance.now();
// WITHOUT_METRICS: what the sampling costs is the difference.
const folder = await mkdtemp(join(tmpdir(), 'myriad-bench-metrics-'));
const log = createLog({ level: 'warning', write: (line) => say({ phase: 'warning', line }) });
const metrics = process.env.WITHOUT_METRICS
  ? undefined
  : createMetrics({ clock: systemClock, log, file: join(folder, 'metrics.db'), periodSeconds });
metrics?.start();
const platform = await openSimulatedPlatform({
  ...{ simulator: { fleet }, password: 'secret', periodSeconds },
  ...(metrics ? { beside: metrics.beside } : {}),
});
say({ phase: 'filled', seconds: (performance.now() - filling) / 1000, rss_mb: process.memoryUsage().rss / 1e6 });

/** The longest this thread worked without a turn of the loop: by its own processor time, for others run on this core too. */
let longest = 0;
let before = process.threadCpuUsage();
setInterval(() => {
  const spent = process.threadCpuUsage(before);
  before = process.threadCpuUsage();
  longest = Math.max(longest, (spent.user + spent.system) / 1000);
}, 5).unref();
const worst = () => Math.round(longest * 10) / 10;

const beginning = performance.now();
platform.sweeps.start();
let told = performance.now();
for (;;) {
  const { waiting, instances, unwritten, answering } = platform.sweeps.status();
  if (instances === servers && waiting === 0 && unwritten === 0 && answering === servers) break;
  if (performance.now() - beginning > 600_000) throw new Error(JSON.stringify(platform.sweeps.status()));
  await delay(250);
  if (performance.now() - told < 10_000) continue;
  told = performance.now();
  const { last, ...status } = platform.sweeps.status();
  say({
    phase: 'beginning',
    ...status,
    looks: last?.looks,
    cpu_s: process.cpuUsage().user / 1e6,
    rss_mb: process.memoryUsage().rss / 1e6,
  });
}
say({ phase: 'all seen and written', seconds: (performance.now() - beginning) / 1000, loop_worst_ms: worst() });

await delay(periodSeconds * 1000);
longest = 0;
const cpu = process.cpuUsage();
const from = performance.now();
let peak = 0;
const seen: unknown[] = [];
let last = platform.sweeps.status().last?.endedAt;
while (seen.length < periods) {
  await delay(200);
  peak = Math.max(peak, process.memoryUsage().rss);
  const status = platform.sweeps.status().last;
  if (!status || status.endedAt === last) continue;
  last = status.endedAt;
  const { looks, leftOut, kept, worstLateMilliseconds, medianMilliseconds } = status;
  seen.push({ looks, leftOut, kept, worstLateMilliseconds, medianMilliseconds });
}
const used = process.cpuUsage(cpu);
const { connections, faults } = platform.sweeps.status();
const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
say({
  phase: 'measured',
  cores: (used.user + used.system) / 1000 / (performance.now() - from),
  rss_mb: peak / 1e6,
  loop_worst_ms: worst(),
  heap_mb: [megabytes(heapUsed), megabytes(heapTotal)],
  outside_mb: [megabytes(external), megabytes(arrayBuffers)],
  connections,
  faults,
  periods: seen,
});
const size = async (name: string) => (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0;
say({ phase: 'samples', file_mb: ((await size('metrics.db')) + (await size('metrics.db-wal'))) / 1e6 });
await platform[Symbol.asyncDispose]();
await metrics?.stop();
await rm(folder, { recursive: true, force: true });
