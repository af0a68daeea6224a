import type { FindingView } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LongName } from '../../shared/page/LongName.tsx';
import { thingPages } from './finding-filters.ts';

/** What a finding is about, and the cluster it belongs to; each leads to its page. */
export function FindingThing({ finding }: { finding: FindingView }) {
  const { t } = useTranslation();
  const { entity, entityId, entityName, clusterId, clusterName } = finding;
  const page = thingPages[entity];
  const name = entityName ?? `…${entityId.slice(-6)}`;
  const isGone = entityName === undefined;
  return (
    <span className="finding-thing">
      {page && !isGone ? (
        <Link to={page + entityId}>
          <LongName>{name}</LongName>
        </Link>
      ) : (
        <span className="faint" title={isGone ? t('finding.page.gone') : undefined}>
          <LongName>{name}</LongName>
        </span>
      )}
      {entity !== 'cluster' && clusterId && clusterName ? (
        <Link to={`/clusters/${clusterId}`} className="finding-cluster">
          <LongName>{clusterName}</LongName>
        </Link>
      ) : (
        <span className="finding-cluster faint">{t(`finding.entities.${entity}`)}</span>
      )}
    </span>
  );
}
