import type { InstanceView } from '@myriad/contract';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LongName } from '../../shared/page/LongName.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { InstanceActions } from './InstanceActions.tsx';
import { InstanceFacts } from './InstanceFacts.tsx';
import { MaintenanceBadge } from './MaintenanceBadge.tsx';

/** The instances as recorded; each row opens to the facts observed of it. */
export function InstancesPanel({ instances }: { instances: readonly InstanceView[] }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<InstanceView> = [
    {
      title: t('cluster.name'),
      key: 'name',
      ellipsis: true,
      render: (_, { id, name }) => (
        <Link to={`/instances/${id}`}>
          <LongName mono>{name}</LongName>
        </Link>
      ),
    },
    { title: t('cluster.role'), key: 'role', width: 110, render: (_, { role }) => t(`cluster.roles.${role}`) },
    {
      title: t('cluster.state'),
      key: 'state',
      width: 190,
      render: (_, { state, maintenance }) => (
        <span className="row">
          <StateMark of="instance" value={state} />
          <MaintenanceBadge maintenance={maintenance} />
        </span>
      ),
    },
    {
      title: t('cluster.host'),
      key: 'host',
      ellipsis: true,
      render: (_, { hostId, hostName }) => (
        <Link to={`/hosts/${hostId}`}>
          <LongName>{hostName}</LongName>
        </Link>
      ),
    },
    {
      title: t('host.address'),
      key: 'address',
      ellipsis: true,
      render: (_, { address, port }) => <LongName mono>{`${address}:${port}`}</LongName>,
    },
    { title: t('cluster.version'), key: 'version', width: 100, render: (_, { version }) => version },
    {
      title: t('cluster.actions.menu'),
      key: 'actions',
      width: 90,
      align: 'right',
      render: (_, instance) => <InstanceActions instance={instance} />,
    },
  ];
  return (
    <Panel title={t('cluster.instances')} flush>
      <Table
        rowKey="id"
        columns={columns}
        dataSource={[...instances]}
        pagination={false}
        scroll={{ x: 900 }}
        size="small"
        expandable={{ expandedRowRender: (instance) => <InstanceFacts instance={instance} /> }}
      />
    </Panel>
  );
}
