import { getReviewQuality, type ReviewQualityRow } from '@myriad/contract';
import { Select, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { LongTable } from '../../../shared/page/LongTable.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { useFilters } from '../../../shared/page/use-filters.ts';
import { ExceptionsPanel } from '../exceptions/ExceptionsPanel.tsx';
import { GradeCounts, Score } from '../GradeMark.tsx';
import { ItemsPanel } from './ItemsPanel.tsx';
import { TrendChart } from './TrendChart.tsx';
import { monthsOf, trendOf } from './trend-of.ts';
import './quality.css';

const spans = [1, 3, 6, 12, 24];
const ways = ['application', 'team', 'all'] as const;

/** What is to be mended first, then how scores went by application, team and month. */
export function QualityPanel() {
  return (
    <>
      <ItemsPanel />
      <ScoresPanel />
      <ExceptionsPanel />
    </>
  );
}

function ScoresPanel() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['months', 'by']);
  const months = spans.find((each) => String(each) === values.months) ?? 6;
  const by = ways.find((one) => one === values.by) ?? 'application';
  const quality = useAnswer(getReviewQuality, { query: { months } }, { keeps: true });
  const columns = useColumns();
  return (
    <Panel
      title={t('sqlReview.trend.name')}
      flush
      beside={<span className="soft">{t('sqlReview.qualityLead')}</span>}
      acts={
        <span className="row wrap">
          <Select
            aria-label={t('sqlReview.trend.by')}
            value={by}
            onChange={(next: string) => change('by', next === 'application' ? undefined : next)}
            options={ways.map((value) => ({ value, label: t(`sqlReview.trend.ways.${value}`) }))}
          />
          <Select
            aria-label={t('sqlReview.span')}
            value={months}
            onChange={(next: number) => change('months', next === 6 ? undefined : String(next))}
            options={spans.map((count) => ({ value: count, label: t('sqlReview.months', { count }) }))}
          />
        </span>
      }
    >
      <Loaded query={quality}>
        {({ items }) =>
          items.length === 0 ? (
            <Message
              title={t('sqlReview.none')}
              next={t('sqlReview.beginNext')}
              act={<Link to="/sql-review">{t('sqlReview.parts.write')}</Link>}
            />
          ) : (
            <>
              <TrendChart months={monthsOf(items)} lines={trendOf(items, by)} />
              <LongTable
                rowKey={({ month, applicationId }) => `${month} ${applicationId ?? ''}`}
                columns={columns}
                rows={items}
                minWidth={1060}
              />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

function useColumns(): TableColumnsType<ReviewQualityRow> {
  const { t } = useTranslation();
  return [
    { title: t('sqlReview.month'), width: 100, dataIndex: 'month', sorter: (a, b) => (a.month < b.month ? -1 : 1) },
    {
      title: t('sqlReview.target.applicationId'),
      width: 180,
      render: (_, { applicationId, application }) =>
        applicationId ? (
          <Link to={`/sql-review/history?applicationId=${applicationId}`}>{application}</Link>
        ) : (
          t('sqlReview.noApplication')
        ),
    },
    { title: t('sqlReview.trend.ways.team'), width: 120, render: (_, { team }) => team || '—' },
    { title: t('sqlReview.owner'), width: 140, render: (_, { owner }) => owner ?? '—' },
    {
      title: t('sqlReview.score'),
      width: 90,
      render: (_, { score }) => <Score score={score} />,
      sorter: (a, b) => (a.score ?? 101) - (b.score ?? 101),
    },
    { title: t('sqlReview.lowest'), width: 90, render: (_, { lowest }) => <Score score={lowest} /> },
    { title: t('sqlReview.findings'), width: 160, render: (_, { findings }) => <GradeCounts counts={findings} /> },
    { title: t('sqlReview.statements'), width: 90, className: 'number', dataIndex: 'statements' },
    { title: t('sqlReview.notPassed'), width: 90, className: 'number', dataIndex: 'notPassed' },
  ];
}
