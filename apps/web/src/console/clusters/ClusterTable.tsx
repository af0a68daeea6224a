import { type ClusterView, countClusterFindings, listApplications } from '@myriad/contract';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { LongName } from '../../shared/page/LongName.tsx';
import { LongTable } from '../../shared/page/LongTable.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { StateShape } from '../../shared/state/StateShape.tsx';
import { stateMarks } from '../../shared/state/state-marks.ts';
import { LevelBadge } from '../applications/LevelBadge.tsx';
import { Mark } from '../fleet/Mark.tsx';
import { RecordedValue } from '../history/RecordedValue.tsx';
import { MaintenanceBadge } from './MaintenanceBadge.tsx';

/** What one call counts the findings of. */
const countedAtOnce = 500;

export function ClusterTable({ clusters }: { clusters: readonly ClusterView[] }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<ClusterView> = [
    {
      title: t('cluster.name'),
      key: 'name',
      width: 170,
      ellipsis: true,
      fixed: 'left',
      render: (_, { id, name }) => (
        <Link to={`/clusters/${id}`}>
          <LongName>{name}</LongName>
        </Link>
      ),
    },
    {
      title: t('cluster.state'),
      key: 'state',
      width: 105,
      render: (_, { state, maintenance }) => (
        <span className="row wrap" style={{ gap: '2px 8px' }}>
          <StateMark of="cluster" value={state} />
          <MaintenanceBadge maintenance={maintenance} />
        </span>
      ),
    },
    {
      title: t('explore.mark.title'),
      key: 'mark',
      width: 215,
      render: (_, { id }) => <Mark dimension="cluster" id={id} />,
    },
    ...useFindingColumn(clusters),
    {
      title: t('cluster.environment'),
      key: 'environment',
      width: 125,
      render: (_, { environment }) => <RecordedValue name="environment" value={environment} />,
    },
    ...useApplicationColumn(),
    {
      title: t('adoption.level'),
      key: 'level',
      width: 110,
      render: (_, { level, adopted, managedBy }) => (
        <>
          {t(`adoption.levels.${level}`)}
          {managedBy ? <div className="faint">{managedBy}</div> : null}
          {adopted && !managedBy ? <div className="faint">{t('cluster.adopted')}</div> : null}
        </>
      ),
    },
    {
      title: t('cluster.version'),
      key: 'version',
      width: 130,
      render: (_, { flavor, version }) => `${t(`packages.flavor.${flavor}`)} ${version}`,
    },
    {
      title: t('cluster.topology'),
      key: 'topology',
      width: 140,
      ellipsis: true,
      render: (_, { topology, instances }) => (
        <>
          {t(`cluster.topologies.${topology}`)}{' '}
          <span className="soft num" title={t('cluster.instances')}>
            {instances.filter(({ state }) => state !== 'decommissioned').length}
          </span>
        </>
      ),
    },
    {
      title: t('cluster.labels'),
      key: 'labels',
      width: 190,
      render: (_, { labels = {} }) => (
        <span className="row wrap" style={{ gap: 4 }}>
          {Object.entries(labels).map(([key, value]) => (
            <span key={key} className="badge long-name" title={`${key}=${value}`} style={{ maxWidth: 170 }}>
              {key}={value}
            </span>
          ))}
        </span>
      ),
    },
  ];
  return <LongTable rowKey="id" columns={columns} rows={clusters} minWidth={1460} />;
}

function useFindingColumn(clusters: readonly ClusterView[]): TableColumnsType<ClusterView> {
  const { t } = useTranslation();
  const counted = clusters.slice(0, countedAtOnce).map(({ id }) => id);
  const clusterIds = counted.join(',');
  const counts = useAnswer(
    countClusterFindings,
    { query: { clusterIds } },
    { enabled: clusters.length > 0, everyMs: 15_000, keeps: true },
  );
  const byId = new Map(counts.data?.items.map((each) => [each.clusterId, each]));
  return [
    {
      title: t('finding.title'),
      key: 'findings',
      width: 105,
      render: (_, { id }) => {
        const found = byId.get(id);
        // Further down one is led to them, without a number.
        if (!counted.includes(id)) return <Link to={`/findings?clusterId=${id}`}>{t('cluster.findingsAll')}</Link>;
        if (!counts.data) return <span className="faint">…</span>;
        if (!found) return <StateShape {...stateMarks.grade.closed} size={11} />;
        const grades = (['bad', 'warn', 'info'] as const).filter((grade) => found[grade] > 0);
        return (
          <Link to={`/findings?clusterId=${id}`} className="row" style={{ gap: 8 }}>
            {grades.map((grade) => (
              <span key={grade} className="row" style={{ gap: 3 }} title={t(`state.grade.${grade}`)}>
                <StateShape {...stateMarks.grade[grade]} size={11} />
                {found[grade]}
                <span className="visually-hidden">{t(`state.grade.${grade}`)}</span>
              </span>
            ))}
          </Link>
        );
      },
    },
  ];
}

function useApplicationColumn(): TableColumnsType<ClusterView> {
  const { t } = useTranslation();
  const applications = useAnswer(listApplications, { query: { limit: 500 } });
  const byId = new Map((applications.data?.items ?? []).map((each) => [each.id, each]));
  return [
    {
      title: t('cluster.application'),
      key: 'application',
      width: 170,
      ellipsis: true,
      render: (_, { applicationId }) => {
        if (!applicationId) return '—';
        const application = byId.get(applicationId);
        return (
          <span className="row">
            <Link to={`/applications/${applicationId}`} className="long-name">
              {application?.name ?? applicationId}
            </Link>
            {application ? <LevelBadge level={application.level} /> : null}
          </span>
        );
      },
    },
  ];
}
