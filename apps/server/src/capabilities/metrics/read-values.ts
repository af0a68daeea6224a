import type { MetricName } from '@myriad/contract';
import { type CounterName, counterNames } from '@myriad/mysql';
import { metricCount, metricDefinitions } from './definitions.ts';

/** What a server said at one moment. */
export interface Sample {
  /** Epoch ms, our clock. */
  readonly at: number;
  /** Which server it was: another one under the same record begins anew. */
  readonly server: string;
  /** In the order of `counterNames`; NaN: not known. */
  readonly counters: Float64Array;
  /** Of the slowest channel; null: not known, or it replicates from nobody. */
  readonly lagSeconds: number | null;
}

const at = (name: CounterName): number => counterNames.indexOf(name);
const [uptime, requests, misses] = [
  at('Uptime'),
  at('Innodb_buffer_pool_read_requests'),
  at('Innodb_buffer_pool_reads'),
];
const [dirty, pages, cacheHits] = [
  at('Innodb_buffer_pool_pages_dirty'),
  at('Innodb_buffer_pool_pages_total'),
  at('Qcache_hits'),
];

type Reading = (now: Sample, before: Sample | undefined, seconds: number) => number;

const own: Partial<Record<MetricName, Reading>> = {
  'pool-hit': (now, before) => {
    const asked = change(now, before, requests);
    const hit = 100 * (1 - change(now, before, misses) / asked);
    // Read-ahead may miss more than was asked for.
    return asked > 0 ? Math.max(0, hit) : Number.NaN;
  },
  'pool-dirty': ({ counters }) => (100 * (counters[dirty] ?? Number.NaN)) / (counters[pages] || Number.NaN),
  lag: ({ lagSeconds }) => lagSeconds ?? Number.NaN,
};

const readings: readonly Reading[] = metricDefinitions.map(({ name, kind, from }) => {
  const special = own[name];
  if (special) return special;
  const places = from.map((counter) => at(counter as CounterName));
  if (kind === 'gauge') return ({ counters }) => counters[places[0] ?? -1] ?? Number.NaN;
  return (now, before, seconds) => {
    let sum = 0;
    for (const place of places) {
      // Most servers have no query cache any more.
      if (place === cacheHits && Number.isNaN(now.counters[place])) continue;
      sum += change(now, before, place);
    }
    return sum / seconds;
  };
});

/** NaN where a counter stands lower than before: somebody set it back. */
function change(now: Sample, before: Sample | undefined, place: number): number {
  const difference = (now.counters[place] ?? Number.NaN) - (before?.counters[place] ?? Number.NaN);
  return difference >= 0 ? difference : Number.NaN;
}

/** Seconds a server's clock and ours may differ over the time between two samples. */
const wavers = 3;

/** May what was counted since `before` be spread over the time between? Not over a restart, another server, or a long silence. */
export function follows(now: Sample, before: Sample | undefined, longestSeconds: number): before is Sample {
  if (!before || before.server !== now.server) return false;
  const seconds = (now.at - before.at) / 1000;
  if (seconds <= 0 || seconds > longestSeconds) return false;
  const [ran = Number.NaN, ranBefore = Number.NaN] = [now.counters[uptime], before.counters[uptime]];
  // Without an uptime a restart shows in counters that stand lower.
  return !(ran - ranBefore < seconds - wavers);
}

/** Writes the metrics of a sample into `into` from `place` on; NaN where a metric is not known. `before`: the sample it follows. */
export function readValues(now: Sample, before: Sample | undefined, into: Float32Array, place: number): void {
  const seconds = before ? (now.at - before.at) / 1000 : Number.NaN;
  for (let metric = 0; metric < metricCount; metric++)
    into[place + metric] = readings[metric]?.(now, before, seconds) ?? Number.NaN;
}
