import { PlusOutlined } from '@ant-design/icons';
import { type HostView, listHosts, PoolState } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { AbleButton } from '../../shared/page/AbleButton.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { SavedFilters } from '../saved-filters/SavedFilters.tsx';
import { CapacityPanel } from './CapacityPanel.tsx';
import { HostFacts } from './HostFacts.tsx';
import { PoolChips } from './PoolChips.tsx';
import { RegisterHostDialog } from './RegisterHostDialog.tsx';
import { VerdictCounts } from './VerdictCounts.tsx';

export function HostsPage() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['pool', 'register']);
  const poolState = PoolState.safeParse(values.pool).data;
  const hosts = usePages(
    listHosts,
    { query: { limit: longPage, ...(poolState ? { poolState } : {}) } },
    { everyMs: 10_000 },
  );
  const may = hosts.head?.abilities.register;
  const register = may ? (
    <AbleButton ability={may} type="primary" icon={<PlusOutlined />} onClick={() => change('register', '1')}>
      {t('host.register')}
    </AbleButton>
  ) : null;
  return (
    <div className="page">
      <PageHead title={t('host.title')} acts={register} />
      <CapacityPanel />
      <Panel
        title={t('host.pool')}
        flush
        beside={<PoolChips chosen={poolState} onChoose={(state) => change('pool', state)} />}
        acts={
          <>
            <Link to={fleetAddress('host', poolState ? { where: `poolState = "${poolState}"` } : {})}>
              {t('host.inFleet')}
            </Link>
            <SavedFilters page="hosts" />
          </>
        }
      >
        <Loaded query={hosts.query}>
          {(items) =>
            items.length > 0 ? (
              <HostTable hosts={items} />
            ) : poolState ? (
              <Message title={t('host.emptyFilter')} next={t('host.emptyFilterNext')} />
            ) : (
              <Message title={t('host.empty')} next={t('host.emptyNext')} act={register} />
            )
          }
        </Loaded>
        <MoreButton more={hosts.more} busy={hosts.isFetchingMore} />
      </Panel>
      {values.register ? <RegisterHostDialog onClose={() => change('register', undefined)} /> : null}
    </div>
  );
}

function HostTable({ hosts }: { hosts: readonly HostView[] }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<HostView> = [
    {
      title: t('host.name'),
      key: 'name',
      width: 210,
      ellipsis: true,
      render: (_, { id, name }) => (
        <Link to={`/hosts/${id}`}>
          <LongName>{name}</LongName>
        </Link>
      ),
    },
    {
      title: t('host.pool'),
      key: 'pool',
      width: 140,
      render: (_, host) => <StateMark of="pool" value={host.poolState} />,
    },
    {
      title: t('host.address'),
      key: 'address',
      width: 150,
      ellipsis: true,
      render: (_, { address }) => <LongName mono>{address}</LongName>,
    },
    { title: t('host.zone'), key: 'zone', width: 90, ellipsis: true, render: (_, { zone }) => zone },
    {
      title: t('host.facts'),
      key: 'facts',
      width: 270,
      ellipsis: true,
      render: (_, { facts }) => (
        <span className="row soft nowrap" style={{ gap: '0 12px' }}>
          <HostFacts facts={facts} short />
        </span>
      ),
    },
    {
      title: t('host.verdicts'),
      key: 'verdicts',
      width: 150,
      render: (_, { check }) => <VerdictCounts verdicts={check?.verdicts} />,
    },
    {
      title: t('host.checked'),
      key: 'checked',
      width: 110,
      align: 'right',
      render: (_, { check }) => (check ? <RelativeTime at={check.at} /> : t('host.never')),
    },
    {
      title: t('host.instances'),
      key: 'instances',
      width: 100,
      align: 'right',
      render: (_, { instances }) => instances.length,
    },
  ];
  return <LongTable rowKey="id" columns={columns} rows={hosts} minWidth={1220} />;
}
