import { countFindings, getExtras, listInventory } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import type { en } from '../../shared/words/en.ts';
import { RecordedValue } from '../history/RecordedValue.tsx';

const fields = 'level,managedBy,environment,specification,application.id,application.name,application.level';

/** Whose a cluster is, how far the platform may go with it, and how far it is from its record. */
export function ClusterFactsLine({ clusterId }: { clusterId: string }) {
  const { t } = useTranslation();
  const params = { dimension: 'cluster' as const };
  const found = useAnswer(listInventory, { params, query: { where: `id = "${clusterId}"`, fields, limit: 1 } });
  const extras = useAnswer(getExtras, { params: { dimension: 'cluster', id: clusterId } });
  const row = found.data?.items[0];
  if (!row) return null;
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  const labels = Object.entries(extras.data?.labels ?? {});
  return (
    <div className="row wrap cluster-facts">
      <span className="badge accent" title={t('cluster.levelHint')}>
        {t(`explore.levels.${text('level') as keyof typeof en.explore.levels}`, { defaultValue: text('level') })}
      </span>
      {text('managedBy') ? (
        <span className="badge warn">{t('cluster.managedBy', { name: text('managedBy') })}</span>
      ) : null}
      <span>
        {t('explore.one.application')}{' '}
        {text('application.id') ? (
          <>
            <Link to={`/applications/${text('application.id')}`}>{text('application.name')}</Link>{' '}
            <span className="badge">
              {t(`newCluster.levels.${text('application.level') as keyof typeof en.newCluster.levels}`, {
                defaultValue: text('application.level'),
              })}
            </span>
          </>
        ) : (
          <span className="faint">{t('explore.nobody')}</span>
        )}
      </span>
      <span>
        {t('cluster.environment')} <RecordedValue name="environment" value={text('environment')} />
      </span>
      {text('specification') ? (
        <span>
          {t('explore.specification')} {text('specification')}
        </span>
      ) : null}
      <DriftBadge clusterId={clusterId} />
      {labels.map(([key, value]) => (
        <Link
          key={key}
          to={`/fleet/cluster?${new URLSearchParams({ where: `label.${JSON.stringify(key)} = ${JSON.stringify(value)}` })}`}
        >
          <span className="badge">
            {key}: {value}
          </span>
        </Link>
      ))}
      <Link to={`/fleet/cluster?${new URLSearchParams({ where: `id = "${clusterId}"`, open: clusterId })}`}>
        {t('cluster.classify')}
      </Link>
    </div>
  );
}

/** What is found where record and reality, or standard and reality, differ. */
const isDrift = (code: string): boolean =>
  /^(RECORD_|REPLICA_MISSING|REPLICA_UNKNOWN|PORT_ANSWERS|STANDARD_|DRIFT_)/.test(code);

function DriftBadge({ clusterId }: { clusterId: string }) {
  const { t } = useTranslation();
  const counts = useAnswer(countFindings, { query: { clusterId } }, { everyMs: 10_000 });
  const count = (counts.data?.codes ?? [])
    .filter(({ code }) => isDrift(code))
    .reduce((sum, each) => sum + each.count, 0);
  if (count === 0) return null;
  return (
    <Link to={`/findings?clusterId=${clusterId}`}>
      <span className="badge bad" data-testid="drift">
        {t('cluster.drift', { count })}
      </span>
    </Link>
  );
}
