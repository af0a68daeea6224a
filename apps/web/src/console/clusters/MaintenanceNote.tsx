import type { ClusterView } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../shared/format/format-time.ts';
import { useLanguage } from '../../shared/words/use-words.ts';

/** In maintenance: until when, why and by whom, in red above everything else of a cluster or an instance. */
export function MaintenanceNote({ maintenance }: Pick<ClusterView, 'maintenance'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!maintenance) return null;
  const { until, reason, since, by } = maintenance;
  return (
    <Alert
      type="error"
      showIcon
      title={t('maintenance.on', { until: formatExact(until, language) })}
      description={
        <>
          <b translate="no">{reason}</b>
          <div>{t('maintenance.by', { since: formatExact(since, language), by })}</div>
        </>
      }
    />
  );
}
