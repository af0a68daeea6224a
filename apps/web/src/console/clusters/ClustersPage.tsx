import { ClusterLevel, listClusters } from '@myriad/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { newClusterKind, newTicketAddress } from '../tickets/new/ticket-kinds.ts';
import { ClusterFilterBar, clusterStates } from './ClusterFilterBar.tsx';
import { ClusterTable } from './ClusterTable.tsx';
import { CopyClusters } from './CopyClusters.tsx';

/** A cluster comes to be known in two ways. */
function ClusterWays() {
  const { t } = useTranslation();
  return (
    <span className="row wrap">
      <Link to="/fleet/adopt">
        <Button>{t('adoption.open')}</Button>
      </Link>
      <AskForCluster />
    </span>
  );
}

export function AskForCluster() {
  const { t } = useTranslation();
  return (
    <Link to={newTicketAddress(newClusterKind)}>
      <Button type="primary" tabIndex={-1}>
        {t('cluster.emptyAct')}
      </Button>
    </Link>
  );
}

export function ClustersPage() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['state', 'environment', 'level']);
  const state = clusterStates.find((each) => each === values.state);
  const level = ClusterLevel.safeParse(values.level).data;
  const { environment } = values;
  const asked = { ...(state ? { state } : {}), ...(level ? { level } : {}), ...(environment ? { environment } : {}) };
  const isFiltered = Object.keys(asked).length > 0;
  const clusters = usePages(listClusters, { query: { limit: longPage, ...asked } }, { everyMs: 10_000 });
  return (
    <div className="page">
      <PageHead title={t('cluster.title')} acts={<ClusterWays />} />
      <Panel
        title={t('cluster.title')}
        flush
        beside={<ClusterFilterBar values={values} onChange={change} />}
        acts={
          <>
            <CopyClusters clusters={clusters.items} />
            <SavedFilters page="clusters" />
          </>
        }
      >
        <Loaded query={clusters.query}>
          {(items) =>
            items.length === 0 && isFiltered ? (
              <Message
                title={t('cluster.emptyFilter')}
                next={t('cluster.emptyFilterNext')}
                act={<Link to="/clusters">{t('cluster.all')}</Link>}
              />
            ) : items.length === 0 ? (
              <Message title={t('cluster.empty')} next={t('cluster.emptyNext')} act={<ClusterWays />} />
            ) : (
              <ClusterTable clusters={items} />
            )
          }
        </Loaded>
        <MoreButton more={clusters.more} busy={clusters.isFetchingMore} />
      </Panel>
    </div>
  );
}
