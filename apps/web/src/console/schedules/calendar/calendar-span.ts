/** A week (ISO 8601, from Monday on) or a month, as the address names it: `2026-W48`, `2026-11`. */
export interface Period {
  readonly kind: 'week' | 'month';
  /** Its first day. */
  readonly first: Day;
}

/** A day of the calendar, in no zone. `month` counts from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;
const utcOf = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day);
const dayOfUtc = (at: number): Day => {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};
const two = (value: number) => String(value).padStart(2, '0');

export const addDays = (day: Day, days: number): Day => dayOfUtc(utcOf(day) + days * dayMs);
export const isSameDay = (a: Day, b: Day): boolean => utcOf(a) === utcOf(b);
export const nameOfDay = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;

export function dayNamed(name: string | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(name ?? '') ?? [];
  if (!year) return undefined;
  const named = { year: Number(year), month: Number(month), day: Number(day) };
  return named.year >= 1970 && nameOfDay(dayOfUtc(utcOf(named))) === name ? named : undefined;
}

/** The reader's day at a moment (epoch ms). */
export const dayAt = (at: number): Day => {
  const date = new Date(at);
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
};

/** Its midnight in the reader's zone, epoch ms. A day in which the clock changes has 23 or 25 hours. */
export const startOfDay = ({ year, month, day }: Day): number => new Date(year, month - 1, day).getTime();

export function periodOf(kind: Period['kind'], day: Day): Period {
  if (kind === 'month') return { kind, first: { ...day, day: 1 } };
  const sinceMonday = (new Date(utcOf(day)).getUTCDay() + 6) % 7;
  return { kind, first: addDays(day, -sinceMonday) };
}

export const daysOf = ({ kind, first }: Period): Day[] => {
  const count = kind === 'week' ? 7 : new Date(Date.UTC(first.year, first.month, 0)).getUTCDate();
  return Array.from({ length: count }, (_, at) => addDays(first, at));
};

/** The period before (-1) or after (1). */
export function shiftPeriod({ kind, first }: Period, by: -1 | 1): Period {
  if (kind === 'week') return { kind, first: addDays(first, by * 7) };
  return { kind, first: dayOfUtc(Date.UTC(first.year, first.month - 1 + by, 1)) };
}

export function nameOfPeriod({ kind, first }: Period): string {
  if (kind === 'month') return `${first.year}-${two(first.month)}`;
  // The year of a week is the one its Thursday lies in.
  const { year } = addDays(first, 3);
  const weekOne = periodOf('week', { year, month: 1, day: 4 }).first;
  return `${year}-W${two(Math.round((utcOf(first) - utcOf(weekOne)) / (7 * dayMs)) + 1)}`;
}

/** What an address names; undefined where it names none. */
export function periodNamed(kind: Period['kind'], name: string): Period | undefined {
  const [, year, rest] = (kind === 'week' ? /^(\d{4})-W(\d\d)$/ : /^(\d{4})-(\d\d)$/).exec(name) ?? [];
  if (!year || Number(year) < 1970) return undefined;
  const day =
    kind === 'week'
      ? addDays({ year: Number(year), month: 1, day: 4 }, (Number(rest) - 1) * 7)
      : addDays({ year: Number(year), month: Number(rest), day: 1 }, 0);
  const period = periodOf(kind, day);
  return nameOfPeriod(period) === name ? period : undefined;
}

/** Where a key leads from a day of a period; undefined for a key that leads nowhere. Arrows go on into the next period. */
export function placeAfterKey(
  key: string,
  { period, day }: { readonly period: Period; readonly day: Day },
): { readonly period: Period; readonly day: Day } | undefined {
  const on = (to: Day) => ({ period: periodOf(period.kind, to), day: to });
  switch (key) {
    case 'ArrowLeft':
      return on(addDays(day, -1));
    case 'ArrowRight':
      return on(addDays(day, 1));
    case 'Home':
      return on(period.first);
    case 'End':
      return on(addDays(shiftPeriod(period, 1).first, -1));
    case 'PageUp':
      return on(shiftPeriod(period, -1).first);
    case 'PageDown':
      return on(shiftPeriod(period, 1).first);
    default:
      return undefined;
  }
}
