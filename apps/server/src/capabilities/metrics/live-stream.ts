import type { MetricSample } from '@myriad/contract';
import type { LatestSample, Sampler } from './create-sampler.ts';
import { metricNames } from './definitions.ts';
import { shownNumber } from './read-series.ts';

/** Each sample of an instance as it is taken; who was away gets the newest, and reads the rest as a series. */
export const liveSamples = (sampler: Sampler, instanceId: string) => ({
  read: async (afterId: number) => {
    const latest = sampler.latest(instanceId);
    if (!latest || latest.at <= afterId) return [];
    return [{ id: latest.at, type: 'sample', data: viewSample(latest) }];
  },
  onNews: (wake: () => void) => sampler.onSample(instanceId, wake),
});

const viewSample = ({ at, values }: LatestSample): MetricSample => ({
  at,
  values: Object.fromEntries(metricNames.map((name, place) => [name, shownNumber(values[place] ?? Number.NaN)])),
});
