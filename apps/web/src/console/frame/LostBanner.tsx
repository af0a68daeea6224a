import { useTranslation } from 'react-i18next';
import { useConnectionLostSince } from '../../shared/api/connection.ts';
import { formatClock } from '../../shared/format/format-time.ts';

export function LostBanner() {
  const { t } = useTranslation();
  const since = useConnectionLostSince();
  if (since === undefined) return null;
  return (
    <div className="lost" role="status">
      {t('frame.connection.lost', { when: formatClock(since) })}
    </div>
  );
}
