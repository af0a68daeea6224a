import { metricCount } from './definitions.ts';
import type { PutEntry } from './keep/messages.ts';
import type { Sample } from './read-values.ts';

/** Milliseconds a point of the finest tier stands for. */
export const pointMilliseconds = 10_000;
/** Points gathered before they go to the file: a minute is what a killed process loses. */
export const bufferPoints = 6;

/** What is known of an instance in memory: a kilobyte, there are ten thousand of them. */
export interface Series {
  readonly instanceId: string;
  /** The last one: rates count from it. */
  sample: Sample;
  /** Its metrics. */
  readonly latest: Float32Array;
  readonly points: Float32Array;
  /** Of `points`, ten seconds since 1970. */
  first: number;
  /** Points from `first` on, unknown ones among them. */
  used: number;
  /** Where among six its turn to be written comes: not all in the same second. */
  readonly turn: number;
}

export const newSeries = (instanceId: string, sample: Sample, turn: number): Series => ({
  instanceId,
  sample,
  latest: new Float32Array(metricCount).fill(Number.NaN),
  points: new Float32Array(bufferPoints * metricCount),
  first: 0,
  used: 0,
  turn: turn % bufferPoints,
});

/** Puts the latest values at a point, and gives what must be written first to make room. */
export function putPoint(series: Series, point: number): PutEntry | undefined {
  const { turn, points, latest } = series;
  // Two points are of one entry when no turn to write lies between them.
  const entryOf = (at: number) => Math.floor((at + turn) / bufferPoints);
  const full = series.used > 0 && (entryOf(point) !== entryOf(series.first) || point < series.first);
  const written = full ? takePoints(series) : undefined;
  if (series.used === 0) series.first = point;
  const place = point - series.first;
  points.fill(Number.NaN, series.used * metricCount, place * metricCount);
  points.set(latest, place * metricCount);
  series.used = Math.max(series.used, place + 1);
  return written;
}

/** What is not written yet, without taking it away. */
export const copyPoints = ({ instanceId, first, points, used }: Series, derive: boolean): PutEntry | undefined =>
  used === 0 ? undefined : { instanceId, first, values: points.slice(0, used * metricCount), derive };

export function takePoints(series: Series, derive = false): PutEntry | undefined {
  const entry = copyPoints(series, derive);
  series.used = 0;
  return entry;
}
