import { isInWindow, nextTime, type Schedule } from './schedule.ts';

export interface Span {
  readonly fromAt: number;
  readonly untilAt: number;
}

/** A schedule's window as spans of time (epoch ms) within `span`; none where it has no window. */
export function windowSpans({ window, timeZone }: Pick<Schedule, 'window' | 'timeZone'>, span: Span): Span[] {
  if (!window) return [];
  const next = (time: string, after: number) => nextTime(daily(time), timeZone, after) ?? span.untilAt;
  const spans: Span[] = [];
  let fromAt = isInWindow({ window, timeZone }, span.fromAt) ? span.fromAt : next(window.from, span.fromAt);
  while (fromAt < span.untilAt) {
    const closesAt = next(window.to, fromAt);
    spans.push({ fromAt, untilAt: Math.min(closesAt, span.untilAt) });
    fromAt = next(window.from, closesAt - 1);
  }
  return spans;
}

const daily = (time: string): string => {
  const [hour, minute] = time.split(':');
  return `${Number(minute)} ${Number(hour)} * * *`;
};
