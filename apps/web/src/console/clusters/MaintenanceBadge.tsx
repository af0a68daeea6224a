import type { ClusterView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../shared/format/format-time.ts';
import { useLanguage } from '../../shared/words/use-words.ts';

/** In a row, where there is no place for the whole note: red, with reason and end beside the pointer. */
export function MaintenanceBadge({ maintenance }: Pick<ClusterView, 'maintenance'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!maintenance) return null;
  const { reason, until } = maintenance;
  return (
    <span className="badge bad" title={`${reason} · ${t('maintenance.on', { until: formatExact(until, language) })}`}>
      {t('maintenance.title')}
    </span>
  );
}
