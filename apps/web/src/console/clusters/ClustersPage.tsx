import { type ClusterView, listApplications, listClusters } from '@myriad/contract';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { RecordedValue } from '../history/RecordedValue.tsx';
import { newClusterKind, newTicketAddress } from '../tickets/new/ticket-kinds.ts';

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
  const clusters = usePages(listClusters, { query: {} }, { everyMs: 10_000 });
  return (
    <div className="page">
      <PageHead title={t('cluster.title')} acts={<ClusterWays />} />
      <Panel title={t('cluster.title')} flush>
        <Loaded query={clusters.query}>
          {(items) =>
            items.length === 0 ? (
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

function ClusterTable({ clusters }: { clusters: readonly ClusterView[] }) {
  const { t } = useTranslation();
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  const names = new Map((applications.data?.items ?? []).map(({ id, name }) => [id, name]));
  const columns: TableColumnsType<ClusterView> = [
    {
      title: t('cluster.name'),
      key: 'name',
      ellipsis: true,
      render: (_, { id, name }) => (
        <Link to={`/clusters/${id}`}>
          <LongName>{name}</LongName>
        </Link>
      ),
    },
    {
      title: t('cluster.state'),
      key: 'state',
      width: 190,
      render: (_, { state, maintenance }) => (
        <span className="row">
          <StateMark of="cluster" value={state} />
          {maintenance ? <span className="badge bad">{t('maintenance.title')}</span> : null}
        </span>
      ),
    },
    {
      title: t('cluster.version'),
      key: 'version',
      width: 150,
      render: (_, { flavor, version }) => `${t(`packages.flavor.${flavor}`)} ${version}`,
    },
    {
      title: t('cluster.topology'),
      key: 'topology',
      width: 160,
      render: (_, { topology }) => t(`cluster.topologies.${topology}`),
    },
    {
      title: t('cluster.instances'),
      key: 'instances',
      width: 104,
      align: 'right',
      render: (_, { instances }) => instances.filter(({ state }) => state !== 'decommissioned').length,
    },
    {
      title: t('cluster.environment'),
      key: 'environment',
      width: 120,
      render: (_, { environment }) => <RecordedValue name="environment" value={environment} />,
    },
    {
      title: t('cluster.application'),
      key: 'application',
      width: 160,
      ellipsis: true,
      render: (_, { applicationId }) =>
        applicationId ? (
          <Link to={`/applications/${applicationId}`}>
            <LongName>{names.get(applicationId) ?? applicationId}</LongName>
          </Link>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <Table
      rowKey="id"
      columns={columns}
      dataSource={[...clusters]}
      pagination={false}
      scroll={{ x: 1080 }}
      size="small"
    />
  );
}
