import type { FindingView } from '@myriad/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../shared/format/format-time.ts';
import { useLanguage } from '../../shared/words/use-words.ts';

/** Muted: until when, why and by whom, in red above what is wrong. */
export function MuteNote({ mute }: Pick<FindingView, 'mute'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!mute) return null;
  const { until, reason, by } = mute;
  return (
    <Alert
      type="error"
      showIcon
      title={`${t('finding.page.mute')} ${formatExact(until, language)}`}
      description={t('finding.page.mutedBy', { reason, by })}
    />
  );
}
