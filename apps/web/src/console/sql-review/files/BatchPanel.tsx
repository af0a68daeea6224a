import { listSqlReviews, type SqlReviewRow } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { LongName } from '../../../shared/page/LongName.tsx';
import { LongTable } from '../../../shared/page/LongTable.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { RelativeTime } from '../../../shared/page/Times.tsx';
import { GradeCounts, Score } from '../GradeMark.tsx';
import { ReviewState } from '../ReviewState.tsx';
import { worstFirst } from './worst-first.ts';

/** Files that were reviewed together: the worst first, each with its score and a page of its own. */
export function BatchPanel({ batchId }: { batchId: string }) {
  const { t } = useTranslation();
  const reviews = useAnswer(listSqlReviews, { query: { batchId, limit: 500 } });
  const columns = useColumns();
  return (
    <Loaded query={reviews}>
      {({ items }) => {
        const [first] = items;
        const refused = items.filter(({ passed }) => !passed).length;
        return (
          <Panel
            title={t('sqlReview.files.results')}
            beside={
              <span className="row wrap soft">
                <span>{t('sqlReview.files.resultSum', { count: items.length, refused })}</span>
                {first ? <span>{first.server}</span> : null}
                {first ? <RelativeTime at={first.at} /> : null}
              </span>
            }
            acts={<Link to="/sql-review">{t('sqlReview.files.again')}</Link>}
            flush
          >
            {items.length === 0 ? (
              <Message
                title={t('sqlReview.files.gone')}
                next={t('sqlReview.files.goneNext')}
                act={<Link to="/sql-review/history">{t('sqlReview.parts.history')}</Link>}
              />
            ) : (
              <LongTable rowKey="id" columns={columns} rows={worstFirst(items)} minWidth={820} />
            )}
          </Panel>
        );
      }}
    </Loaded>
  );
}

function useColumns(): TableColumnsType<SqlReviewRow> {
  const { t } = useTranslation();
  return [
    { title: t('sqlReview.score'), width: 80, className: 'number', render: (_, { score }) => <Score score={score} /> },
    {
      title: t('sqlReview.files.file'),
      width: 300,
      ellipsis: { showTitle: false },
      render: (_, { id, file = '' }) => (
        <Link to={`/sql-review?review=${id}`}>
          <LongName mono>{file}</LongName>
        </Link>
      ),
    },
    {
      title: t('sqlReview.lowest'),
      width: 80,
      className: 'number',
      render: (_, { lowest }) => <Score score={lowest} />,
    },
    { title: t('sqlReview.state'), width: 140, render: (_, row) => <ReviewState row={row} /> },
    {
      title: t('sqlReview.statements'),
      width: 90,
      className: 'number',
      render: (_, { statements }) => statements,
    },
    {
      title: t('sqlReview.findings'),
      width: 190,
      render: (_, { statements, findings }) => (statements === 0 ? '—' : <GradeCounts counts={findings} />),
    },
  ];
}
