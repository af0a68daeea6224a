import type { Dimension } from '@myriad/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Message } from '../../shared/page/Message.tsx';

const ways: Readonly<Record<Dimension, string>> = {
  host: '/hosts?register=1',
  instance: '/fleet/adopt',
  cluster: '/tickets/new/resource.new-cluster',
  application: '/applications?add=1',
};

/** Nothing found, or nothing there yet: each with its next move. */
export function FleetEmpty(props: { dimension: Dimension; isFiltered: boolean; onClear: () => void }) {
  const { dimension, isFiltered, onClear } = props;
  const { t } = useTranslation();
  if (isFiltered)
    return (
      <Message
        title={t('filter.nothing')}
        next={t('filter.nothingNext')}
        act={<Button onClick={onClear}>{t('filter.clear')}</Button>}
      />
    );
  return (
    <Message
      title={t('explore.none')}
      next={t(`explore.noneNext.${dimension}`)}
      act={<Link to={ways[dimension]}>{t(`explore.noneAct.${dimension}`)}</Link>}
    />
  );
}
