import { type MetricName, type MetricSeries, type MetricStep, metricKeptSeconds, metricSteps } from '@myriad/contract';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Sampler } from './create-sampler.ts';
import { metricNames, placeOf } from './definitions.ts';
import type { MetricsKeeper } from './keep/metrics-keeper.ts';

export interface SeriesQuery {
  readonly instanceId: string;
  readonly metrics?: readonly MetricName[] | undefined;
  /** Epoch ms. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly step: 'auto' | `${MetricStep}`;
}

export const mostPoints = 1500;
const hour = 3_600_000;

const pointsIn = (from: number, to: number, step: MetricStep): number =>
  Math.ceil(to / 1000 / step) - Math.floor(from / 1000 / step);

/** The finest that is still kept for all of the range, and gives no more points than a chart can show. */
function stepFor(from: number, to: number, now: number): MetricStep {
  const fits = (step: MetricStep) =>
    now - from <= metricKeptSeconds[step] * 1000 && pointsIn(from, to, step) <= mostPoints;
  return metricSteps.find(fits) ?? 600;
}

/** Aligned series of an instance. @throws ProblemError METRIC_RANGE_WRONG, METRIC_RANGE_TOO_LONG. */
export async function readSeries(
  { sampler, keeper }: { readonly sampler: Sampler; readonly keeper: MetricsKeeper },
  query: SeriesQuery,
  now: number,
): Promise<MetricSeries> {
  const to = Math.min(query.to ?? now, now);
  const from = query.from ?? to - hour;
  if (from >= to) throw new ProblemError('METRIC_RANGE_WRONG');
  const stepSeconds = query.step === 'auto' ? stepFor(from, to, now) : (Number(query.step) as MetricStep);
  const points = pointsIn(from, to, stepSeconds);
  if (points > mostPoints)
    throw new ProblemError('METRIC_RANGE_TOO_LONG', { step: stepSeconds, points, most: mostPoints });
  const metrics = query.metrics ?? metricNames;
  const first = Math.floor(from / 1000 / stepSeconds);
  sampler.settle(query.instanceId);
  const read = await keeper.read({
    instanceId: query.instanceId,
    step: stepSeconds,
    first,
    count: points,
    metrics: metrics.map(placeOf),
  });
  const sampledAt = sampler.latest(query.instanceId)?.at;
  return {
    instanceId: query.instanceId,
    from: first * stepSeconds * 1000,
    to: (first + points) * stepSeconds * 1000,
    stepSeconds,
    ...(sampledAt === undefined ? {} : { sampledAt }),
    series: metrics.map((metric, at) => {
      const [mean, highest] = [read.mean[at], read.highest[at]];
      return { metric, values: pointsOf(mean), ...(highest ? { highest: pointsOf(highest) } : {}) };
    }),
  };
}

const pointsOf = (values: Float32Array | undefined): (number | null)[] => Array.from(values ?? [], shownNumber);

/** Six digits are more than a sample is worth; the rest is noise of how it is kept. */
export const shownNumber = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
