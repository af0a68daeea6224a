import {
  type ClusterCompliance,
  listCompliance,
  listEnvironments,
  listStandards,
  standardKinds,
} from '@myriad/contract';
import { Select, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { longPage, usePages } from '../../shared/api/use-pages.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { MoreButton } from '../../shared/page/MoreButton.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { useFilters } from '../../shared/page/use-filters.ts';
import { CheckButton } from './CheckButton.tsx';
import { KindCell } from './KindCell.tsx';

const states = ['all', 'differs', 'drift', 'unseen'] as const;

/** Clusters × kinds of rules. */
export function CompliancePanel() {
  const { t } = useTranslation();
  const { values, change } = useFilters(['environment', 'state']);
  const state = states.find((each) => each === values.state) ?? 'all';
  const environments = useAnswer(listEnvironments, {});
  const standards = useAnswer(listStandards, {});
  const environment = values.environment ? { environment: values.environment } : {};
  const clusters = usePages(listCompliance, { query: { limit: longPage, state, ...environment } }, { everyMs: 30_000 });
  const total = clusters.head?.total;
  const isJudged = clusters.items.some(({ judged }) => judged > 0);
  const columns = useColumns();
  return (
    <Panel
      title={t('standard.parts.compliance')}
      flush
      beside={total && isJudged ? <span className="soft">{t('standard.total', { ...total })}</span> : null}
      acts={
        <span className="row wrap">
          <Select
            aria-label={t('standard.environment')}
            style={{ minWidth: 140 }}
            value={values.environment ?? ''}
            onChange={(next: string) => change('environment', next)}
            options={[
              { value: '', label: t('standard.everywhere') },
              ...(environments.data?.items ?? []).map(({ name }) => ({ value: name, label: name })),
            ]}
          />
          <Select
            aria-label={t('standard.show')}
            style={{ minWidth: 150 }}
            value={state}
            onChange={(next: string) => change('state', next === 'all' ? undefined : next)}
            options={states.map((value) => ({ value, label: t(`standard.states.${value}`) }))}
          />
          <CheckButton ability={standards.data?.create ?? { allowed: false }} clusterIds={[]} />
        </span>
      }
    >
      <Loaded query={clusters.query}>
        {(rows) =>
          rows.length === 0 ? (
            <Message
              title={t('standard.none')}
              next={t(state === 'differs' || state === 'drift' ? 'standard.noneOk' : 'standard.noneNext')}
              act={<Link to="/clusters">{t('frame.nav.clusters')}</Link>}
            />
          ) : (
            <>
              {rows.every(({ judged }) => judged === 0) ? (
                <Message title={t('standard.notJudged')} next={t('standard.notJudgedNext')} />
              ) : null}
              <LongTable rowKey="clusterId" columns={columns} rows={rows} minWidth={1320} />
            </>
          )
        }
      </Loaded>
      <MoreButton more={clusters.more} busy={clusters.isFetchingMore} />
    </Panel>
  );
}

function useColumns(): TableColumnsType<ClusterCompliance> {
  const { t } = useTranslation();
  return [
    {
      title: t('standard.cluster'),
      key: 'name',
      ellipsis: true,
      render: (_, { clusterId, name }) => (
        <Link to={`/standards/clusters/${clusterId}`}>
          <LongName>{name}</LongName>
        </Link>
      ),
    },
    {
      title: t('standard.environment'),
      key: 'environment',
      width: 125,
      ellipsis: true,
      render: (_, row) => row.environment,
    },
    {
      title: t('standard.percent'),
      key: 'percent',
      width: 150,
      align: 'right',
      render: (_, { percent, judged }) =>
        judged === 0 ? (
          <span className="faint">{t('standard.notJudged')}</span>
        ) : percent === undefined ? (
          <span className="faint">–</span>
        ) : (
          <span className="nowrap">
            {percent}%
            <span className="compliance-bar" data-full={percent === 100} aria-hidden>
              <span style={{ width: `${percent}%` }} />
            </span>
          </span>
        ),
    },
    ...standardKinds.map((kind) => ({
      title: t(`standard.kinds.${kind}`),
      key: kind,
      width: 112,
      render: (_: unknown, row: ClusterCompliance) => (
        <KindCell counts={row.judged === 0 ? undefined : row.kinds[kind]} />
      ),
    })),
    {
      title: t('standard.driftCount'),
      key: 'drift',
      width: 70,
      align: 'right',
      render: (_, { drift, judged }) =>
        drift > 0 ? <b className="tone-warn">{drift}</b> : <span className="faint">{judged === 0 ? '–' : 0}</span>,
    },
    {
      title: t('standard.follows'),
      key: 'follows',
      width: 130,
      ellipsis: true,
      render: (_, { standardName, version }) =>
        standardName && version !== undefined ? t('standard.versionOf', { name: standardName, version }) : '–',
    },
    {
      title: t('standard.lookedAt'),
      key: 'looked',
      width: 110,
      render: (_, { lookedAt }) =>
        lookedAt === undefined ? (
          <span className="tone-warn">{t('standard.never')}</span>
        ) : (
          <RelativeTime at={lookedAt} />
        ),
    },
  ];
}
