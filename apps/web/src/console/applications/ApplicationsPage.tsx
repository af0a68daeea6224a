import { type Answer, listApplications } from '@myriad/contract';
import { Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { EndlessTable } from '../../shared/page/EndlessTable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { fleetAddress } from '../fleet/fleet-question.ts';
import { ApplicationDialog } from './ApplicationDialog.tsx';
import { LevelBadge } from './LevelBadge.tsx';
import { OwnerName } from './OwnerName.tsx';

type Application = Answer<typeof listApplications>['items'][number];

/** Whose the clusters are: by name, with level and owner. */
export function ApplicationsPage() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['add']);
  const applications = usePages(listApplications, { query: { limit: longPage } });
  const add = (
    <Button type="primary" onClick={() => change('add', '1')}>
      {t('application.add')}
    </Button>
  );
  const columns: TableColumnsType<Application> = [
    {
      title: t('newCluster.applicationFields.name'),
      key: 'name',
      width: 240,
      ellipsis: true,
      render: (_, { id, name }) => (
        <Link to={`/applications/${id}`}>
          <LongName>{name}</LongName>
        </Link>
      ),
    },
    {
      title: t('newCluster.applicationFields.level'),
      key: 'level',
      width: 120,
      render: (_, { level }) => <LevelBadge level={level} />,
    },
    {
      title: t('newCluster.applicationFields.businessLine'),
      key: 'businessLine',
      width: 200,
      ellipsis: true,
      render: (_, { businessLine }) => <LongName>{businessLine}</LongName>,
    },
    {
      title: t('newCluster.applicationFields.owner'),
      key: 'owner',
      width: 220,
      ellipsis: true,
      render: (_, application) => <OwnerName {...application} />,
    },
    {
      title: t('explore.leadsTo'),
      key: 'ways',
      width: 240,
      render: (_, { id }) => (
        <span className="row" style={{ gap: 14 }}>
          {(['cluster', 'instance', 'host'] as const).map((to) => (
            <Link key={to} to={fleetAddress(to, { where: `application.id = "${id}"` })}>
              {t(`explore.many.${to}`)}
            </Link>
          ))}
        </span>
      ),
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('application.title')} acts={add} />
      <section className="panel" aria-label={t('application.title')}>
        <Loaded query={applications.query}>
          {(items) =>
            items.length === 0 ? (
              <Message title={t('application.none')} next={t('application.noneNext')} act={add} />
            ) : (
              <EndlessTable
                rowKey={({ id }) => id}
                columns={columns}
                rows={items}
                more={applications.more}
                isFetching={applications.isFetchingMore}
              />
            )
          }
        </Loaded>
      </section>
      {values.add ? <ApplicationDialog onClose={() => change('add', undefined)} /> : null}
    </div>
  );
}
