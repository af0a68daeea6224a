import type { MetricSeries, MetricUnit } from '@myriad/contract';
import { formatBytes, formatCount } from '../../shared/format/format-size.ts';
import { formatSeconds } from './seconds.ts';

export const ranges = { '15m': 900, '1h': 3600, '6h': 21_600, '1d': 86_400, '7d': 604_800 } as const;
export type Range = keyof typeof ranges;
export const rangeOf = (text: string | undefined): Range =>
  Object.hasOwn(ranges, text ?? '') ? (text as Range) : '1h';

export type Values = readonly (number | null)[];

/** Seconds since 1970 of each point, as the drawing wants them. */
export const timesOf = ({
  from,
  stepSeconds,
  series,
}: Pick<MetricSeries, 'from' | 'stepSeconds' | 'series'>): number[] =>
  Array.from({ length: series[0]?.values.length ?? 0 }, (_, at) => from / 1000 + at * stepSeconds);

/** Where in growing `times` the one closest to `time` stands; undefined where there is none. Pure. */
export function nearestTo(times: ArrayLike<number>, time: number): number | undefined {
  if (times.length === 0) return undefined;
  let [low, high] = [0, times.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle;
    else high = middle;
  }
  return time - (times[low] ?? 0) <= (times[high] ?? 0) - time ? low : high;
}

export interface Digest {
  readonly last: number | null;
  readonly least: number | null;
  readonly mean: number | null;
  readonly greatest: number | null;
}

/** A line in four numbers; `highest` are peaks inside the points. The last known one is the last. Pure. */
export function digestOf(values: Values, highest?: Values): Digest {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { last: null, least: null, mean: null, greatest: null };
  const peaks = (highest ?? []).filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return {
    last: known.at(-1) ?? null,
    least: known.reduce((a, b) => Math.min(a, b)),
    mean: sum / known.length,
    greatest: [...known, ...peaks].reduce((a, b) => Math.max(a, b)),
  };
}

/** A value in its unit; null is a dash, never 0. `perSecond` is the reader's word for "a second". */
export function valueText(value: number | null | undefined, unit: MetricUnit, perSecond: string): string {
  if (value === null || value === undefined) return '—';
  switch (unit) {
    case 'bytes-per-second':
      return `${formatBytes(value)}${perSecond}`;
    case 'per-second':
      return `${formatCount(value)}${perSecond}`;
    case 'percent':
      return `${value >= 99.95 || value < 0.05 ? value.toFixed(0) : value.toFixed(1)} %`;
    case 'seconds':
      return value < 10 && value % 1 !== 0 ? `${value.toFixed(1)} s` : formatSeconds(value);
    case 'count':
      return formatCount(value);
  }
}
