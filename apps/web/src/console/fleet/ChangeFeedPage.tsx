import { type Answer, ChangedKind, listChanges } from '@myriad/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Select, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { EndlessTable } from '../../shared/page/EndlessTable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import type { en } from '../../shared/words/en.ts';
import { RecordedName } from '../history/RecordedName.tsx';
import { RecordedValue } from '../history/RecordedValue.tsx';
import { SourceWord } from '../history/SourceWord.tsx';
import { dimensionNames, pageOf } from './dimensions.ts';
import { useRecordChanges } from './use-record-changes.ts';
import { useThingNames } from './use-thing-names.ts';
import './fleet.css';

type Change = Answer<typeof listChanges>['items'][number];

/** Every change of the record, newest first, as it is made. */
export function ChangeFeedPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { values, change } = useFilters(['entity']);
  const entity = ChangedKind.safeParse(values.entity).data;
  const changes = usePages(listChanges, { query: { limit: longPage, ...(entity ? { entity } : {}) } });
  useRecordChanges((news) => {
    if (entity === undefined || news.some((each) => each.entity === entity))
      void queries.invalidateQueries({ queryKey: [listChanges.id] });
  });
  const names = useThingNames(changes.items);
  const columns: TableColumnsType<Change> = [
    { title: t('cluster.history.when'), key: 'at', width: 120, render: (_, { at }) => <RelativeTime at={at} /> },
    {
      title: t('cluster.history.entity'),
      key: 'of',
      width: 210,
      ellipsis: true,
      render: (_, row) => <Thing of={row} name={names.get(row.entityId)} />,
    },
    {
      title: t('cluster.history.what'),
      key: 'what',
      width: 190,
      ellipsis: true,
      render: (_, { name }) => <RecordedName name={name} />,
    },
    {
      title: t('cluster.history.before'),
      key: 'before',
      width: 260,
      render: (_, { name, before, entity: of }) => <Whole value={before} name={name} of={of} />,
    },
    {
      title: t('cluster.history.after'),
      key: 'after',
      width: 300,
      render: (_, { name, value, entity: of }) => <Whole value={value} name={name} of={of} />,
    },
    {
      title: t('cluster.history.by'),
      key: 'by',
      width: 130,
      render: (_, { source, sourceId, sourceName }) => (
        <SourceWord source={source} sourceId={sourceId} sourceName={sourceName} />
      ),
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('feed.title')} acts={<Link to="/fleet">{t('explore.title')}</Link>} />
      <p className="soft">{t('feed.lead')}</p>
      <section className="panel" aria-label={t('feed.title')}>
        <header>
          <Select
            value={entity ?? ''}
            style={{ width: 180 }}
            aria-label={t('cluster.history.entity')}
            onChange={(value) => change('entity', value)}
            options={[
              { value: '', label: t('ticket.all') },
              ...ChangedKind.options.map((value) => ({ value, label: t(`feed.kinds.${value}`) })),
            ]}
          />
        </header>
        <Loaded query={changes.query}>
          {(items) =>
            items.length === 0 ? (
              <Message title={t('cluster.changesNone')} next={t('feed.noneNext')} />
            ) : (
              <EndlessTable
                rowKey={({ at, name, entityId }) => `${at}${name}${entityId}`}
                columns={columns}
                rows={items}
                more={changes.more}
                isFetching={changes.isFetchingMore}
              />
            )
          }
        </Loaded>
      </section>
    </div>
  );
}

function Thing({ of: { entity, entityId }, name }: { of: Change; name: string | undefined }) {
  const { t } = useTranslation();
  const kind = t(`feed.kinds.${entity as keyof typeof en.feed.kinds}`, { defaultValue: entity });
  const dimension = dimensionNames.find((each) => each === entity);
  // Catalogues are known by name, everything else by an id.
  const shown = name ?? (dimension ? `…${entityId.slice(-8)}` : entityId);
  return (
    <span className="row" style={{ gap: 6 }}>
      <span className="faint">{kind}</span>
      {dimension ? (
        <Link to={pageOf(dimension, entityId)} className="long-name" title={`${shown} ${entityId}`}>
          {shown}
        </Link>
      ) : (
        <span className="long-name">{shown}</span>
      )}
    </span>
  );
}

/** A whole record is long: one line of it. */
function Whole({ value, name, of }: { value: unknown; name: string; of: string }) {
  return (
    <div className="one-line">
      <RecordedValue name={name} value={value} of={of} />
    </div>
  );
}
