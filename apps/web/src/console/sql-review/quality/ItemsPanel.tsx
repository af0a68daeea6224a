import { listReviewItems, type ReviewItem } from '@myriad/contract';
import { Input, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../../shared/api/use-answer.ts';
import { longPage, usePages } from '../../../shared/api/use-pages.ts';
import { formatBytes, formatCount } from '../../../shared/format/format-size.ts';
import { AbleButton } from '../../../shared/page/AbleButton.tsx';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { LongName } from '../../../shared/page/LongName.tsx';
import { LongTable } from '../../../shared/page/LongTable.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { MoreButton } from '../../../shared/page/MoreButton.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { useFilters } from '../../../shared/page/use-filters.ts';
import { GradeMark } from '../GradeMark.tsx';
import { ItemDialog } from './ItemDialog.tsx';

const states = ['open', 'overdue', 'accepted', 'fixed', 'not-judged', 'all'] as const;
const grades = ['X', 'E', 'W', 'N'] as const;

/** What is to be mended, the most urgent first; every one has an owner and a day. */
export function ItemsPanel() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['items', 'grade', 'owner', 'applicationId']);
  const state = states.find((one) => one === values.items) ?? 'open';
  const grade = grades.find((one) => one === values.grade);
  const { owner, applicationId } = values;
  const filter = {
    state,
    ...(grade ? { grade } : {}),
    ...(owner ? { owner } : {}),
    ...(applicationId ? { applicationId } : {}),
  };
  const items = usePages(listReviewItems, { query: { limit: longPage, ...filter } });
  const sums = useAnswer(listReviewItems, { query: { limit: 1, ...filter } });
  const [changing, setChanging] = useState<ReviewItem>();
  const columns = useColumns(setChanging);
  const file = (format: string) => `/api/review-item-export?${new URLSearchParams({ ...filter, format })}`;
  return (
    <Panel
      title={t('sqlReview.items.name')}
      flush
      beside={
        sums.data ? (
          <span className="soft">
            {t('sqlReview.items.sum', { open: sums.data.open })}{' '}
            {sums.data.overdue > 0 ? (
              <strong className="tone-bad">{t('sqlReview.items.overdueSum', { count: sums.data.overdue })}</strong>
            ) : null}
          </span>
        ) : null
      }
      acts={
        <span className="row wrap review-filters">
          <Select
            aria-label={t('sqlReview.state')}
            value={state}
            onChange={(next: string) => change('items', next === 'open' ? undefined : next)}
            options={states.map((value) => ({ value, label: t(`sqlReview.items.states.${value}`) }))}
          />
          <Select
            allowClear
            aria-label={t('sqlReview.grade')}
            placeholder={t('sqlReview.grade')}
            value={grade ?? null}
            onChange={(next: string | null) => change('grade', next ?? undefined)}
            options={grades.map((value) => ({ value, label: t(`sqlReview.grades.${value}`) }))}
          />
          <Input.Search
            allowClear
            aria-label={t('sqlReview.owner')}
            placeholder={t('sqlReview.owner')}
            defaultValue={owner ?? ''}
            onSearch={(next) => change('owner', next)}
          />
        </span>
      }
    >
      <p className="review-facts soft">
        <span>{t('sqlReview.items.formula')}</span>
        {sums.data ? (
          <span>
            {grades
              .map((one) =>
                t('sqlReview.items.weight', {
                  ...{ grade: t(`sqlReview.grades.${one}`), weight: sums.data.formula.weights[one] },
                  days: sums.data.formula.dueDays[one],
                }),
              )
              .join(' · ')}
          </span>
        ) : null}
        <span>
          <a href={file('csv')} download>
            CSV
          </a>{' '}
          <a href={file('json')} download>
            JSON
          </a>
        </span>
      </p>
      <Loaded query={items.query}>
        {(rows) =>
          rows.length === 0 ? (
            <Message title={t('sqlReview.items.none')} next={t('sqlReview.items.noneNext')} />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={rows} minWidth={1150} />
          )
        }
      </Loaded>
      <MoreButton more={items.more} busy={items.isFetchingMore} />
      {changing ? <ItemDialog item={changing} onClose={() => setChanging(undefined)} /> : null}
    </Panel>
  );
}

function useColumns(onChange: (item: ReviewItem) => void): TableColumnsType<ReviewItem> {
  const { t } = useTranslation();
  const unknown = <span className="faint">{t('sqlReview.items.unknown')}</span>;
  return [
    {
      title: t('sqlReview.items.priority'),
      width: 80,
      className: 'number',
      render: (_, { priority }) => <b>{Math.round(priority)}</b>,
    },
    { title: t('sqlReview.grade'), width: 160, render: (_, { grade }) => <GradeMark grade={grade} /> },
    {
      title: t('sqlReview.statement'),
      width: 260,
      render: (_, { reviewId, head, rule }) => (
        <>
          <div>
            <Link to={`/sql-review?review=${reviewId}&finding=${rule}`}>
              <LongName mono>{head}</LongName>
            </Link>
          </div>
          <Link to={`/sql-review/rules?rule=${rule}`} className="soft">
            <LongName mono>{rule}</LongName>
          </Link>
        </>
      ),
    },
    { title: t('sqlReview.target.applicationId'), width: 120, render: (_, { application }) => application },
    {
      title: t('sqlReview.items.traffic'),
      width: 110,
      className: 'number',
      render: (_, { executionsPerDay }) => (executionsPerDay === undefined ? unknown : formatCount(executionsPerDay)),
    },
    {
      title: t('sqlReview.items.size'),
      width: 90,
      className: 'number',
      render: (_, { sizeBytes }) => (sizeBytes === undefined ? unknown : formatBytes(sizeBytes)),
    },
    { title: t('sqlReview.owner'), width: 110, ellipsis: true, dataIndex: 'owner' },
    {
      title: t('sqlReview.items.due'),
      width: 130,
      render: (_, { state, due, until, isOverdue }) =>
        state === 'accepted' ? (
          t('sqlReview.items.acceptedUntil', { until: until ?? '' })
        ) : state === 'fixed' || state === 'not-judged' ? (
          t(`sqlReview.items.states.${state}`)
        ) : (
          <span className={isOverdue ? 'tone-bad' : undefined}>
            {due} {isOverdue ? <strong>{t('sqlReview.items.states.overdue')}</strong> : null}
          </span>
        ),
    },
    {
      title: '',
      width: 90,
      align: 'right',
      render: (_, item) => (
        <AbleButton size="small" ability={item.abilities.change} onClick={() => onChange(item)}>
          {t('sqlReview.change')}
        </AbleButton>
      ),
    },
  ];
}
