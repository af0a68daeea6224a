import type { Answer, CalendarSchedule, FreezeView, viewCalendar } from '@myriad/contract';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LongName } from '../../../shared/page/LongName.tsx';
import { useNow } from '../../../shared/page/use-now.ts';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import { useLanguage } from '../../../shared/words/use-words.ts';
import { markOf, occurrencesOf } from './calendar-marks.ts';
import { type Day, isSameDay, nameOfDay, startOfDay } from './calendar-span.ts';

type Calendar = Answer<typeof viewCalendar>;

interface ChartProps {
  readonly calendar: Calendar;
  readonly days: readonly Day[];
  readonly day: Day;
  readonly today: Day;
  readonly onChoose: (day: Day) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A lane for each schedule over the days. Drawn only; the day's agenda says the same in words. */
export function CalendarChart({ calendar, days, day, today, onChoose, onKey }: ChartProps) {
  const { t } = useTranslation();
  const now = useNow('slow');
  const placeOf = scaleOf(calendar);
  const isNow = calendar.fromAt <= now && now < calendar.untilAt;
  return (
    <div className={`cal cal-${days.length > 7 ? 'month' : 'week'}`}>
      <div className="cal-name" />
      <DayHeads {...{ days, day, today, onChoose, onKey }} />
      {calendar.freezes.length > 0 ? (
        <>
          <div className="cal-name faint">{t('schedule.freezes')}</div>
          <div className="cal-lane">
            {calendar.freezes.map((freeze) => (
              <span
                key={freeze.id}
                className="cal-freeze"
                style={placeOf(freeze.fromAt, freeze.untilAt)}
                title={freeze.reason}
              >
                {freeze.name}
              </span>
            ))}
          </div>
        </>
      ) : null}
      {calendar.schedules.map((schedule) => (
        <Lane key={schedule.id} {...{ schedule, placeOf }} freezes={calendar.freezes}>
          {days.map((each) => (
            <i
              key={nameOfDay(each)}
              className={isSameDay(each, day) ? 'cal-day chosen' : 'cal-day'}
              style={placeOf(startOfDay(each), startOfDay({ ...each, day: each.day + 1 }))}
            />
          ))}
          {isNow ? <i className="cal-now" style={placeOf(now)} /> : null}
        </Lane>
      ))}
    </div>
  );
}

type PlaceOf = (fromAt: number, untilAt?: number) => { readonly left: string; readonly width?: string };

function scaleOf({ fromAt, untilAt }: Pick<Calendar, 'fromAt' | 'untilAt'>): PlaceOf {
  const share = (at: number) => ((Math.min(Math.max(at, fromAt), untilAt) - fromAt) / (untilAt - fromAt)) * 100;
  return (from, until) => ({
    left: `${share(from)}%`,
    ...(until === undefined ? {} : { width: `${share(until) - share(from)}%` }),
  });
}

/** One stop of the tab key; arrows go from day to day, also out of the week. */
function DayHeads({ days, day, today, onChoose, onKey }: Omit<ChartProps, 'calendar'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const heads = useRef<HTMLDivElement>(null);
  const chosen = nameOfDay(day);
  useEffect(() => {
    const head = heads.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`);
    if (heads.current?.contains(document.activeElement)) head?.focus();
    // On a phone a month is wider than the screen.
    head?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);
  const inWords = (of: Day, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options).format(startOfDay(of));
  return (
    <div ref={heads} className="cal-heads" role="toolbar" aria-label={t('schedule.calendar.days')} onKeyDown={onKey}>
      {days.map((each) => (
        <button
          key={nameOfDay(each)}
          type="button"
          data-day={nameOfDay(each)}
          aria-pressed={isSameDay(each, day)}
          aria-current={isSameDay(each, today) ? 'date' : undefined}
          aria-label={inWords(each, { dateStyle: 'full' })}
          tabIndex={isSameDay(each, day) ? 0 : -1}
          onClick={() => onChoose(each)}
        >
          <span className="faint">{inWords(each, { weekday: days.length > 7 ? 'narrow' : 'short' })}</span>
          <b>{each.day}</b>
        </button>
      ))}
    </div>
  );
}

interface LaneProps {
  readonly schedule: CalendarSchedule;
  readonly freezes: readonly FreezeView[];
  readonly placeOf: PlaceOf;
  readonly children: React.ReactNode;
}

function Lane({ schedule, freezes, placeOf, children }: LaneProps) {
  const { t } = useTranslation();
  const { name, timeZone, paused, windows, fires, more, freezeIds } = schedule;
  const lastAt = fires.at(-1)?.at;
  return (
    <>
      <div className="cal-name" title={timeZone}>
        <LongName>{name}</LongName>
        {paused ? <span className="badge warn">{t('schedule.paused')}</span> : null}
      </div>
      <div className="cal-lane" aria-hidden="true">
        {children}
        {windows.map(({ fromAt, untilAt }) => (
          <i key={fromAt} className="cal-window" style={placeOf(fromAt, untilAt)} />
        ))}
        {freezes
          .filter(({ id }) => freezeIds.includes(id))
          .map(({ id, fromAt, untilAt, name: freeze }) => (
            <i key={id} className="cal-freeze" style={placeOf(fromAt, untilAt)} title={freeze} />
          ))}
        {occurrencesOf(schedule).map((occurrence) => (
          <span key={`${occurrence.kind} ${occurrence.at}`} className="cal-mark" style={placeOf(occurrence.at)}>
            <StateShape {...markOf(occurrence)} size={11} />
          </span>
        ))}
        {more && lastAt !== undefined ? (
          <span className="cal-more faint" style={placeOf(lastAt)}>
            {t('schedule.calendar.more')}
          </span>
        ) : null}
      </div>
    </>
  );
}
