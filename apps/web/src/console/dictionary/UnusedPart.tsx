import { listUnused, type UnusedThing } from '@myriad/contract';
import { Segmented, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { formatBytes } from '../../shared/format/format-size.ts';
import { EndlessTable } from '../../shared/page/EndlessTable.tsx';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { ThingFilter } from '../findings/ThingFilter.tsx';
import { ServerText } from '../instances/ServerText.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';
import { tableAddress } from './dictionary-filters.ts';

/** What nobody used, and for each cluster how far that can be known. */
export function UnusedPart() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['kind', 'cluster']);
  const kind = values.kind === 'table' ? 'table' : 'index';
  const asked = values.cluster ? { clusterId: values.cluster } : {};
  const list = usePages(listUnused, { query: { ...asked, kind, limit: longPage } });
  const columns: TableColumnsType<UnusedThing> = [
    {
      title: t(kind === 'index' ? 'dictionary.index' : 'dictionary.table'),
      key: 'name',
      width: 340,
      render: (_, { clusterId, tableId, schema, table, index, columns: of = [] }) => (
        <>
          <Link to={tableAddress(clusterId, tableId)}>
            <ServerText>{`${schema}.${table}${index === undefined ? '' : `.${index}`}`}</ServerText>
          </Link>
          {of.length > 0 ? <ServerText>{`(${of.join(', ')})`}</ServerText> : null}
        </>
      ),
    },
    { title: t('dictionary.cluster'), key: 'cluster', width: 150, ellipsis: true, render: (_, { cluster }) => cluster },
    {
      title: t('dictionary.tableSize'),
      key: 'bytes',
      width: 130,
      align: 'right',
      render: (_, { bytes }) => (bytes === null ? '—' : formatBytes(bytes)),
    },
    {
      title: t('dictionary.quietSince'),
      key: 'quiet',
      width: 150,
      render: (_, { quietSince }) => <RelativeTime at={quietSince} />,
    },
  ];
  return (
    <>
      <Panel
        title={t('dictionary.parts.unused')}
        flush
        beside={
          <div className="row wrap">
            <Segmented
              value={kind}
              onChange={(value) => change('kind', value === 'index' ? undefined : value)}
              options={(['index', 'table'] as const).map((value) => ({
                value,
                label: t(`dictionary.unusedKinds.${value}`),
              }))}
            />
            <ThingFilter
              dimension="cluster"
              label={t('dictionary.filters.cluster')}
              value={values.cluster}
              onChange={(id) => change('cluster', id)}
            />
          </div>
        }
      >
        <p className="soft dictionary-lead">
          {t('dictionary.unusedLead')}
          {kind === 'index' ? (
            <>
              <br />
              {t('dictionary.unusedFair')}
            </>
          ) : null}
        </p>
        <Loaded query={list.query}>
          {(rows) =>
            rows.length === 0 ? (
              <Message title={t('dictionary.unusedNone')} next={t('dictionary.unusedNoneNext')} />
            ) : (
              <EndlessTable
                rows={rows}
                rowKey={({ id }) => id}
                columns={columns}
                more={list.more}
                isFetching={list.isFetchingMore}
              />
            )
          }
        </Loaded>
      </Panel>
      <CoveragePanel clusterId={values.cluster} />
    </>
  );
}
