import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { useLanguage } from '../../../shared/words/use-words.ts';
import { CalendarChart } from './CalendarChart.tsx';
import { CalendarLegend } from './CalendarLegend.tsx';
import { addDays, type Day, nameOfPeriod, periodOf, placeAfterKey, shiftPeriod, startOfDay } from './calendar-span.ts';
import { DayAgenda } from './DayAgenda.tsx';
import { useCalendar, useCalendarPlace } from './use-calendar.ts';
import './calendar.css';

/** A week or a month of every schedule: what is to come, what will be left out and why, what became of the rest. */
export function CalendarPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { period, days, day, today, go } = useCalendarPlace();
  const after = addDays(days.at(-1) ?? period.first, 1);
  const calendar = useCalendar(period.first, after);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const place = placeAfterKey(event.key, { period, day });
    if (!place) return;
    event.preventDefault();
    go(place.period, place.day);
  };
  const date = (of: Day, month: 'short' | 'long') =>
    new Intl.DateTimeFormat(language, {
      year: 'numeric',
      month,
      ...(period.kind === 'week' ? { day: 'numeric' } : {}),
    }).format(startOfDay(of));
  const title =
    period.kind === 'month'
      ? date(period.first, 'long')
      : `${date(period.first, 'short')} – ${date(addDays(after, -1), 'short')}`;
  return (
    <>
      <Panel
        title={title}
        flush
        beside={period.kind === 'week' ? <span className="faint">{nameOfPeriod(period)}</span> : null}
        acts={
          <span className="row wrap">
            <Segmented
              value={period.kind}
              options={(['week', 'month'] as const).map((value) => ({ value, label: t(`schedule.calendar.${value}`) }))}
              onChange={(kind) => go(periodOf(kind, day), day)}
            />
            <Button
              icon={<LeftOutlined />}
              aria-label={t('schedule.calendar.before')}
              onClick={() => go(shiftPeriod(period, -1))}
            />
            <Button onClick={() => go(periodOf(period.kind, today), today)}>{t('schedule.calendar.today')}</Button>
            <Button
              icon={<RightOutlined />}
              aria-label={t('schedule.calendar.after')}
              onClick={() => go(shiftPeriod(period, 1))}
            />
          </span>
        }
      >
        <Loaded query={calendar}>
          {(answer) =>
            answer.schedules.length === 0 && answer.freezes.length === 0 ? (
              <Message
                title={t('schedule.empty')}
                next={t('schedule.emptyNext')}
                act={<Link to="/schedules">{t('schedule.calendar.toList')}</Link>}
              />
            ) : (
              <>
                <CalendarChart
                  calendar={answer}
                  days={days}
                  day={day}
                  today={today}
                  onChoose={(next) => go(period, next)}
                  onKey={press}
                />
                <CalendarLegend calendar={answer} />
              </>
            )
          }
        </Loaded>
      </Panel>
      <DayAgenda day={day} />
    </>
  );
}
