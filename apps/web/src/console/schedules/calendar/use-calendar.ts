import { viewCalendar } from '@myriad/contract';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import {
  type Day,
  dayAt,
  dayNamed,
  daysOf,
  isSameDay,
  nameOfDay,
  nameOfPeriod,
  type Period,
  periodNamed,
  periodOf,
  startOfDay,
} from './calendar-span.ts';

const ofAddress = (search: URLSearchParams): Period | undefined => {
  const week = search.get('week');
  const month = search.get('month');
  return month ? periodNamed('month', month) : week ? periodNamed('week', week) : undefined;
};

/** What the address asks for: a week or month, and a day in it; without one, the week of today. */
export function useCalendarPlace() {
  const [search, setSearch] = useSearchParams();
  const today = dayAt(Date.now());
  const period = ofAddress(search) ?? periodOf('week', today);
  const days = daysOf(period);
  const inPeriod = (day: Day | undefined) => day && days.find((each) => isSameDay(each, day));
  const day = inPeriod(dayNamed(search.get('day') ?? undefined)) ?? inPeriod(today) ?? period.first;
  const go = (to: Period, chosen?: Day) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const name of ['week', 'month', 'day']) next.delete(name);
        next.set(to.kind, nameOfPeriod(to));
        if (chosen) next.set('day', nameOfDay(chosen));
        return next;
      },
      { replace: true },
    );
  return { period, days, day, today, go };
}

/** The span from the midnight of the first day to the one after the last. */
export const useCalendar = (first: Day, after: Day) =>
  useAnswer(
    viewCalendar,
    { query: { fromAt: startOfDay(first), untilAt: startOfDay(after) } },
    { everyMs: 30_000, keeps: true },
  );
