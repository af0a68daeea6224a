import { metricCount } from '../definitions.ts';
import { type Chunk, pointAt } from './chunk.ts';
import { chunkPoints } from './tiers.ts';

/**
 * Makes point `to` of the coarser chunk out of `count` points of the finer one from `from` on: the mean of what is known and
 * the highest; not known where nothing is.
 */
export function condensePoint(finer: Chunk, from: number, count: number, coarser: Chunk, to: number): void {
  const peaks = finer.highest.length > 0 ? finer.highest : finer.mean;
  for (let metric = 0; metric < metricCount; metric++) {
    let sum = 0;
    let known = 0;
    let highest = Number.NaN;
    for (let point = from; point < from + count; point++) {
      const mean = finer.mean[pointAt(metric, point)] ?? Number.NaN;
      if (Number.isNaN(mean)) continue;
      sum += mean;
      known += 1;
      const peak = peaks[pointAt(metric, point)] ?? Number.NaN;
      if (!(highest >= peak)) highest = peak;
    }
    const place = pointAt(metric, to);
    coarser.mean[place] = known > 0 ? sum / known : Number.NaN;
    coarser.highest[place] = highest;
  }
}

/** Of a point counted since 1970: the chunk it lies in, and where. */
export const chunkOf = (point: number): { readonly chunk: number; readonly at: number } => ({
  chunk: Math.floor(point / chunkPoints),
  at: point % chunkPoints,
});
