import { listSqlReviews, type SqlReviewRow } from '@myriad/contract';
import { Select, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { GradeCounts, Score } from './GradeMark.tsx';
import { ReviewState } from './ReviewState.tsx';

/** Reviews, the newest first. */
export function HistoryPanel() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['mine', 'applicationId']);
  const query = {
    limit: longPage,
    ...(values.mine === '1' ? { mine: 1 } : {}),
    ...(values.applicationId ? { applicationId: values.applicationId } : {}),
  };
  const reviews = usePages(listSqlReviews, { query });
  const columns = useColumns();
  return (
    <Panel
      title={t('sqlReview.parts.history')}
      flush
      acts={
        <Select
          aria-label={t('sqlReview.whose')}
          value={values.mine ?? '0'}
          onChange={(next: string) => change('mine', next === '1' ? '1' : undefined)}
          options={[
            { value: '0', label: t('sqlReview.all') },
            { value: '1', label: t('sqlReview.mine') },
          ]}
        />
      }
    >
      <Loaded query={reviews.query}>
        {(rows) =>
          rows.length === 0 ? (
            <Message
              title={t('sqlReview.none')}
              next={t('sqlReview.beginNext')}
              act={<Link to="/sql-review">{t('sqlReview.parts.write')}</Link>}
            />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={rows} minWidth={1060} />
          )
        }
      </Loaded>
      <MoreButton more={reviews.more} busy={reviews.isFetchingMore} />
    </Panel>
  );
}

function useColumns(): TableColumnsType<SqlReviewRow> {
  const { t } = useTranslation();
  return [
    {
      title: t('sqlReview.text'),
      width: 380,
      ellipsis: { showTitle: false },
      render: (_, { id, head, file, batchId }) => (
        <>
          <Link to={`/sql-review?review=${id}`}>
            <LongName mono>{file ?? head}</LongName>
          </Link>
          {batchId === undefined ? null : (
            <div>
              <Link to={`/sql-review?batch=${batchId}`} className="soft">
                {t('sqlReview.files.all')}
              </Link>
            </div>
          )}
        </>
      ),
    },
    { title: t('sqlReview.score'), width: 80, className: 'number', render: (_, { score }) => <Score score={score} /> },
    {
      title: t('sqlReview.state'),
      width: 150,
      render: (_, row) => <ReviewState row={row} />,
    },
    {
      title: t('sqlReview.findings'),
      width: 190,
      render: (_, { findings, statements, notReviewed }) =>
        statements === notReviewed ? '—' : <GradeCounts counts={findings} />,
    },
    { title: t('sqlReview.target.applicationId'), width: 140, render: (_, { application }) => application ?? '—' },
    { title: t('sqlReview.who'), width: 120, dataIndex: 'by' },
    { title: t('sqlReview.when'), width: 120, render: (_, { at }) => <RelativeTime at={at} /> },
  ];
}
