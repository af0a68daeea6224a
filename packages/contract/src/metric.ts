import { z } from 'zod';
import { endpoint, Time, Words } from './endpoint.ts';
import { metricProblems } from './metric-problems.ts';

export { metricProblems };

/** Chosen slowly, never renamed: stored samples are found by them. */
export const MetricName = z.enum([
  'connections',
  'running',
  'questions',
  'reads',
  'writes',
  'slow',
  'rows-scanned',
  'temporary-on-disk',
  'new-connections',
  'failed-connections',
  'bytes-in',
  'bytes-out',
  'pool-hit',
  'pool-dirty',
  'disk-read',
  'disk-written',
  'redo-written',
  'lock-waits',
  'lock-waiting',
  'lag',
]);
export type MetricName = z.infer<typeof MetricName>;

export const MetricUnit = z.enum(['count', 'per-second', 'bytes-per-second', 'percent', 'seconds']);
export type MetricUnit = z.infer<typeof MetricUnit>;

export const MetricGroup = z.enum(['load', 'clients', 'engine', 'locks', 'replication']);
export type MetricGroup = z.infer<typeof MetricGroup>;

/** One of the numbers a DBA looks at first. */
export const MetricDefinition = z
  .object({
    name: MetricName,
    group: MetricGroup,
    unit: MetricUnit,
    /** `rate`: of a counter, over the time since the sample before; `ratio`: of two counters over that time. */
    kind: z.enum(['gauge', 'rate', 'ratio']),
    words: Words,
    /** What it tells, and when to worry. */
    why: Words,
    /** What the server calls it: status counters, or where it comes from. */
    from: z.array(z.string()),
  })
  .meta({ id: 'MetricDefinition' });
export type MetricDefinition = z.infer<typeof MetricDefinition>;

/** Seconds between two points: what is kept for 2 hours, 1 day, 7 days. */
export const metricSteps = [10, 60, 600] as const;
export type MetricStep = (typeof metricSteps)[number];
/** Seconds each step is kept for. */
export const metricKeptSeconds: Readonly<Record<MetricStep, number>> = { 10: 7200, 60: 86_400, 600: 604_800 };

/** null = not known: not looked at, no answer, a counter that began anew, or a server that has no such number. Never a guess. */
export const MetricPoint = z.number().nullable();

export const MetricSeries = z
  .object({
    instanceId: z.string(),
    /** Start of the first point; point i stands for the `stepSeconds` from `from + i * stepSeconds * 1000` on. */
    from: Time,
    /** End of the last point. */
    to: Time,
    stepSeconds: z.number().int(),
    /** When the newest sample was taken. */
    sampledAt: Time.optional(),
    series: z.array(
      z.object({
        metric: MetricName,
        /** At steps over 10 seconds the mean of what was sampled. */
        values: z.array(MetricPoint),
        /** At steps over 10 seconds the highest sample: a mean hides peaks. */
        highest: z.array(MetricPoint).optional(),
      }),
    ),
  })
  .meta({ id: 'MetricSeries' });
export type MetricSeries = z.infer<typeof MetricSeries>;

/** An event of the live stream of type `sample`. */
export const MetricSample = z.object({ at: Time, values: z.partialRecord(MetricName, MetricPoint) });
export type MetricSample = z.infer<typeof MetricSample>;

const instanceParams = z.object({ instanceId: z.string() });
const names = z
  .string()
  .max(400)
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(MetricName).min(1).max(20));

export const listMetrics = endpoint({
  id: 'metric.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/metrics',
  summary: 'The twenty metrics that are sampled on every instance, in the order they are shown',
  response: z.object({ items: z.array(MetricDefinition) }),
});
export const getInstanceMetrics = endpoint({
  id: 'instance.metrics',
  method: 'GET',
  path: '/api/instances/:instanceId/metrics',
  summary:
    'Samples of an instance as aligned series; gaps are null. Live ones: /api/instances/:instanceId/metrics/events',
  params: instanceParams,
  query: z.object({
    /** Comma-separated; absent: all. */
    metrics: names.optional(),
    /** Epoch milliseconds; default an hour before `to`. */
    from: z.coerce.number().int().nonnegative().optional(),
    /** Default now. */
    to: z.coerce.number().int().nonnegative().optional(),
    /** Seconds between points; `auto`: the finest that is kept that long and gives at most 1,500 points. */
    step: z.enum(['auto', '10', '60', '600']).default('auto'),
  }),
  response: MetricSeries,
  problems: ['INSTANCE_NOT_FOUND', 'METRIC_RANGE_WRONG', 'METRIC_RANGE_TOO_LONG'],
});

/** One group of targets, as Prometheus reads it from an HTTP service discovery. */
export const ScrapeTarget = z
  .object({ targets: z.array(z.string()), labels: z.record(z.string(), z.string()) })
  .meta({ id: 'ScrapeTarget' });
export type ScrapeTarget = z.infer<typeof ScrapeTarget>;

export const listScrapeTargets = endpoint({
  id: 'metric.http-sd',
  scope: 'everywhere',
  method: 'GET',
  path: '/api/http-sd',
  summary: 'Every instance as a target with its labels: Prometheus HTTP service discovery',
  response: z.array(ScrapeTarget),
});
