import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { FreezesPanel } from './FreezesPanel.tsx';
import { SchedulesPanel } from './SchedulesPanel.tsx';

/** What runs by itself and when, and what holds it back. */
export function SchedulesPage() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHead title={t('schedule.title')} />
      <SchedulesPanel />
      <FreezesPanel />
    </div>
  );
}
