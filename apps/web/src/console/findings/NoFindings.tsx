import { getSweeps } from '@myriad/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Message } from '../../shared/page/Message.tsx';
import { AskForCluster } from '../clusters/ClustersPage.tsx';

/** Nothing found is good news only where somebody looked. */
export function NoFindings({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const sweeps = useAnswer(getSweeps, {});
  if (isFiltered)
    return (
      <Message
        title={t('finding.noneFiltered')}
        next={t('finding.noneFilteredNext')}
        act={<Button onClick={onClear}>{t('finding.filters.clear')}</Button>}
      />
    );
  if (sweeps.data?.running === false) return <Message title={t('finding.sweepOff')} next={t('finding.sweepOffNext')} />;
  if (sweeps.data?.instances === 0)
    return <Message title={t('finding.noInstances')} next={t('finding.noInstancesNext')} act={<AskForCluster />} />;
  return <Message title={t('finding.none')} next={t('finding.noneNext')} />;
}
