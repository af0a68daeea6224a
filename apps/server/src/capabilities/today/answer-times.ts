import type { AnswerTimes } from '@myriad/contract';

/** One wait: when it ended (epoch ms) and how long it took (ms). */
export interface Wait {
  readonly endedAt: number;
  readonly milliseconds: number;
}

/** The value below which this part of them lies: the nearest rank, so that it is always one that was really measured. */
export function rankOf(sorted: readonly number[], part: number): number {
  const at = Math.ceil(part * sorted.length) - 1;
  return sorted[Math.max(0, Math.min(sorted.length - 1, at))] ?? 0;
}

function spreadOf(waits: readonly Wait[]) {
  const sorted = waits.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const seconds = (part: number) => Math.round(rankOf(sorted, part) / 1000);
  return { count: sorted.length, medianSeconds: seconds(0.5), p90Seconds: seconds(0.9) };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Median and 90th percentile of all, and day by day. */
export function answerTimes(waits: readonly Wait[]): AnswerTimes {
  const byDay = Map.groupBy(waits, ({ endedAt }) => dayOf(endedAt));
  const days = [...byDay].map(([day, some]) => ({ day, ...spreadOf(some) })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return waits.length === 0 ? { count: 0, days } : { ...spreadOf(waits), days };
}
