import { getClusterCompliance } from '@myriad/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { CheckButton } from './CheckButton.tsx';
import { ComplianceHistory } from './ComplianceHistory.tsx';
import { InstanceCompliancePanel } from './InstanceCompliancePanel.tsx';
import { WaysBack } from './WaysBack.tsx';
import './standards.css';

/** One cluster against its standard: what differs where, and the tickets that would bring it back. */
export function ClusterStandardPage() {
  const { clusterId = '' } = useParams();
  const { t } = useTranslation();
  const compliance = useAnswer(getClusterCompliance, { params: { clusterId } }, { everyMs: 30_000 });
  return (
    <div className="page">
      <Loaded query={compliance}>
        {({ cluster, instances, history, back, abilities }) => (
          <>
            <PageHead
              title={cluster.name}
              beside={
                <span className="row wrap soft">
                  <Link to={`/clusters/${clusterId}`}>{t('standard.cluster')}</Link>
                  {cluster.standardId && cluster.standardName && cluster.version !== undefined ? (
                    <Link to={`/standards/of/${cluster.standardId}/${cluster.version}`}>
                      {t('standard.versionOf', { name: cluster.standardName, version: cluster.version })}
                    </Link>
                  ) : null}
                  {cluster.percent === undefined || cluster.lookedAt === undefined ? null : <b>{cluster.percent}%</b>}
                  <span>{t('standard.summary', { ...cluster.total })}</span>
                  {cluster.lookedAt === undefined ? null : (
                    <span>
                      {t('standard.lookedAt')} <RelativeTime at={cluster.lookedAt} />
                    </span>
                  )}
                </span>
              }
              acts={<CheckButton ability={abilities.check} clusterIds={[clusterId]} />}
            />
            {cluster.lookedAt === undefined ? (
              <Panel title={t('standard.parts.compliance')}>
                <Message title={t('standard.neverLooked')} next={t('standard.neverLookedNext')} />
              </Panel>
            ) : (
              <WaysBack back={back} isRight={cluster.total.differs === 0 && cluster.drift === 0} />
            )}
            {instances.map((instance) => (
              <InstanceCompliancePanel
                key={instance.instanceId}
                instance={instance}
                clusterId={clusterId}
                except={abilities.except}
              />
            ))}
            <ComplianceHistory history={history} />
          </>
        )}
      </Loaded>
    </div>
  );
}
