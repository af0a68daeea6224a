import type { Answer, viewCalendar } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { readersZone } from '../../../shared/format/format-time.ts';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import { occurrenceMarks } from './calendar-marks.ts';

const shown = ['to-come', 'struck-out', 'left-out', 'refused'] as const;

/** What the shapes mean, in whose time the days are, and what is not drawn. */
export function CalendarLegend({ calendar }: { calendar: Answer<typeof viewCalendar> }) {
  const { t } = useTranslation();
  return (
    <p className="cal-legend soft">
      {shown.map((kind) => (
        <span key={kind} className="state">
          <StateShape {...occurrenceMarks[kind]} />
          {t(`schedule.calendar.kinds.${kind}`)}
        </span>
      ))}
      <span className="state">
        <i className="cal-window" />
        {t('schedule.calendar.windowBand')}
      </span>
      <span className="state">
        <i className="cal-freeze" />
        {t('schedule.calendar.freezeBand')}
      </span>
      <span className="faint">{t('schedule.calendar.zone', { zone: readersZone() })}</span>
      {calendar.moreSchedules ? <span className="tone-warn">{t('schedule.calendar.moreSchedules')}</span> : null}
      {calendar.moreRuns ? <span className="tone-warn">{t('schedule.calendar.moreRuns')}</span> : null}
    </p>
  );
}
