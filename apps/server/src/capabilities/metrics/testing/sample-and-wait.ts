import { createLog } from '../../../platform/log/log.ts';
import { createSampler } from '../create-sampler.ts';
import { createMetricsKeeper } from '../keep/metrics-keeper.ts';
import { readSeries } from '../read-series.ts';
import { scriptedServer } from './scripted-server.ts';

/** A process to kill: samples for so many points, says so once they can be read, samples once more and waits. */
const [file = '', first = '0', points = '0'] = process.argv.slice(2);
let now = Number(first);
const clock = { now: () => now };
const keeper = createMetricsKeeper({ file, log: createLog({ write: () => undefined }) });
const sampler = createSampler({ clock, keeper, periodSeconds: 10 });
const server = scriptedServer({ Uptime: 1, Threads_running: 3 });
const sample = async () => {
  now += 10_000;
  server.counters.set('Uptime', String((now - Number(first)) / 1000));
  await sampler.beside(server.asked('an-instance'));
};
setInterval(() => undefined, 1000);
for (let point = 0; point < Number(points); point++) await sample();
await readSeries({ sampler, keeper }, { instanceId: 'an-instance', step: 'auto' }, now);
await sample();
process.stdout.write('ready\n');
