import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { CalendarPanel } from './calendar/CalendarPanel.tsx';
import { FreezesPanel } from './FreezesPanel.tsx';
import { SchedulesPanel } from './SchedulesPanel.tsx';

/** What runs by itself and when, and what holds it back: as a list, or over the days. */
export function SchedulesPage() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['view']);
  const view = values.view === 'calendar' ? 'calendar' : 'list';
  return (
    <div className="page">
      <PageHead
        title={t('schedule.title')}
        acts={
          <Segmented
            aria-label={t('schedule.calendar.view')}
            value={view}
            options={[
              { value: 'list', label: t('schedule.calendar.list') },
              { value: 'calendar', label: t('schedule.calendar.title') },
            ]}
            onChange={(next) => change('view', next === 'list' ? undefined : next)}
          />
        }
      />
      {view === 'calendar' ? (
        <CalendarPanel />
      ) : (
        <>
          <SchedulesPanel />
          <FreezesPanel />
        </>
      )}
    </div>
  );
}
