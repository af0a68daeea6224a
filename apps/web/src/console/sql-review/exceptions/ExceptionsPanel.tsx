import { listReviewExceptions, type ReviewException } from '@myriad/contract';
import { Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { longPage, usePages } from '../../../shared/api/use-pages.ts';
import { AbleButton } from '../../../shared/page/AbleButton.tsx';
import { Loaded } from '../../../shared/page/Loaded.tsx';
import { LongName } from '../../../shared/page/LongName.tsx';
import { LongTable } from '../../../shared/page/LongTable.tsx';
import { Message } from '../../../shared/page/Message.tsx';
import { MoreButton } from '../../../shared/page/MoreButton.tsx';
import { Panel } from '../../../shared/page/Panel.tsx';
import { RelativeTime } from '../../../shared/page/Times.tsx';
import { useFilters } from '../../../shared/page/use-filters.ts';
import { StateShape } from '../../../shared/state/StateShape.tsx';
import type { Mark } from '../../../shared/state/state-marks.ts';
import { RevokeDialog } from './RevokeDialog.tsx';

const states: Readonly<Record<ReviewException['state'], Mark>> = {
  'in-force': { shape: 'diamond', tone: 'warn' },
  over: { shape: 'ring', tone: 'calm' },
  revoked: { shape: 'ring', tone: 'calm' },
  broken: { shape: 'cross', tone: 'bad' },
};

/** What was let through at the gate: by whom, for whom, why, and until when. */
export function ExceptionsPanel() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['exceptions', 'applicationId']);
  const state = values.exceptions === 'all' ? 'all' : 'in-force';
  const { applicationId } = values;
  const query = { limit: longPage, state, ...(applicationId ? { applicationId } : {}) } as const;
  const exceptions = usePages(listReviewExceptions, { query });
  const [ending, setEnding] = useState<ReviewException>();
  const columns = useColumns(setEnding);
  return (
    <Panel
      title={t('sqlReview.exceptions.name')}
      flush
      acts={
        <Select
          aria-label={t('sqlReview.state')}
          value={state}
          onChange={(next: string) => change('exceptions', next === 'all' ? 'all' : undefined)}
          options={[
            { value: 'in-force', label: t('sqlReview.exceptions.states.in-force') },
            { value: 'all', label: t('sqlReview.exceptions.all') },
          ]}
        />
      }
    >
      <Loaded query={exceptions.query}>
        {(rows) =>
          rows.length === 0 ? (
            <Message title={t('sqlReview.exceptions.none')} next={t('sqlReview.exceptions.noneNext')} />
          ) : (
            <LongTable rowKey="id" columns={columns} rows={rows} minWidth={1205} />
          )
        }
      </Loaded>
      <MoreButton more={exceptions.more} busy={exceptions.isFetchingMore} />
      {ending ? <RevokeDialog exception={ending} onClose={() => setEnding(undefined)} /> : null}
    </Panel>
  );
}

function useColumns(onEnd: (exception: ReviewException) => void): TableColumnsType<ReviewException> {
  const { t } = useTranslation();
  return [
    {
      title: t('sqlReview.statement'),
      width: 210,
      ellipsis: { showTitle: false },
      render: (_, { reviewId, head }) => (
        <Link to={`/sql-review?review=${reviewId}`}>
          <LongName mono>{head}</LongName>
        </Link>
      ),
    },
    {
      title: t('sqlReview.state'),
      width: 100,
      render: (_, { state }) => (
        <span className="state nowrap">
          <StateShape {...states[state]} size={11} /> {t(`sqlReview.exceptions.states.${state}`)}
        </span>
      ),
    },
    {
      title: t('sqlReview.rule'),
      width: 150,
      render: (_, { rules, verdict }) =>
        rules.length === 0 ? t(`sqlReview.verdicts.${verdict}`) : <LongName mono>{rules.join(', ')}</LongName>,
    },
    {
      title: t('sqlReview.target.applicationId'),
      width: 130,
      render: (_, { application, environment }) => [application ?? '—', environment].filter(Boolean).join(' · '),
    },
    { title: t('sqlReview.owner'), width: 110, render: (_, { owner }) => <LongName>{owner}</LongName> },
    {
      title: t('sqlReview.exceptions.reason'),
      width: 150,
      render: (_, { reason, revokedBecause }) => <LongName>{revokedBecause ?? reason}</LongName>,
    },
    {
      title: t('sqlReview.exceptions.signed'),
      width: 130,
      render: (_, { signedBy, signedAt }) => (
        <>
          {signedBy} <RelativeTime at={signedAt} />
        </>
      ),
    },
    { title: t('sqlReview.exceptions.expires'), width: 105, className: 'number', dataIndex: 'expires' },
    {
      title: '',
      width: 80,
      align: 'right',
      render: (_, exception) =>
        exception.state === 'in-force' ? (
          <AbleButton size="small" ability={exception.abilities.revoke} onClick={() => onEnd(exception)}>
            {t('sqlReview.exceptions.revoke')}
          </AbleButton>
        ) : null,
    },
  ];
}
