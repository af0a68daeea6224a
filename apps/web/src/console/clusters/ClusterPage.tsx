import { type ClusterView, getCluster, getClusterLive, getClusterTopology } from '@myriad/contract';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Loaded, Loading } from '../../shared/page/Loaded.tsx';
import { Message } from '../../shared/page/Message.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { Panel } from '../../shared/page/Panel.tsx';
import { ProblemNote } from '../../shared/page/ProblemNote.tsx';
import { RelativeTime } from '../../shared/page/Times.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { LevelPanel } from '../adoption/LevelPanel.tsx';
import { ChangesPanel } from '../history/ChangesPanel.tsx';
import { LookAtCluster } from '../instances/LookNow.tsx';
import { ClusterActions } from './ClusterActions.tsx';
import { ClusterFactsLine } from './ClusterFactsLine.tsx';
import { ClusterFindings } from './ClusterFindings.tsx';
import { ClusterWork } from './ClusterWork.tsx';
import { graphOf } from './cluster-graph.ts';
import { FixedPanel } from './FixedPanel.tsx';
import { InstancesPanel } from './InstancesPanel.tsx';
import { MaintenanceNote } from './MaintenanceNote.tsx';

const TopologyGraph = lazy(() => import('./TopologyGraph.tsx'));
const liveMs = 2_000;

export function ClusterPage() {
  const { clusterId = '' } = useParams();
  const { t } = useTranslation();
  const query = useAnswer(getCluster, { params: { clusterId } }, { everyMs: 5_000 });
  return (
    <div className="page">
      <Loaded query={query}>
        {(cluster) => (
          <>
            <PageHead
              title={cluster.name}
              beside={
                <span className="row wrap soft">
                  <StateMark of="cluster" value={cluster.state} />
                  <span>
                    {t(`packages.flavor.${cluster.flavor}`)} {cluster.version}
                  </span>
                  <span>{t(`cluster.topologies.${cluster.topology}`)}</span>
                  <Link to={`/rights/cluster/${cluster.id}`}>{t('rights.who')}</Link>
                </span>
              }
              acts={<ClusterActions cluster={cluster} />}
            />
            <ClusterFactsLine clusterId={cluster.id} />
            <MaintenanceNote maintenance={cluster.maintenance} />
            <LivePanel cluster={cluster} />
            <InstancesPanel instances={cluster.instances} />
            <div className="columns wide">
              <ClusterFindings clusterId={cluster.id} />
              <ClusterWork clusterId={cluster.id} />
            </div>
            <div className="columns wide">
              {cluster.adopted ? <LevelPanel cluster={cluster} /> : <FixedPanel fixed={cluster.fixed} />}
              <ChangesPanel entity="cluster" entityId={cluster.id} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}

function LivePanel({ cluster }: { cluster: ClusterView }) {
  const { t } = useTranslation();
  const isAlive = cluster.state !== 'decommissioned' && cluster.instances.length > 0;
  const live = useAnswer(getClusterLive, { params: { clusterId: cluster.id } }, { everyMs: liveMs, enabled: isAlive });
  const looked = useAnswer(
    getClusterTopology,
    { params: { clusterId: cluster.id } },
    { everyMs: liveMs, enabled: isAlive },
  );
  const graph = graphOf(cluster, live.data?.instances ?? [], looked.data);
  return (
    <Panel
      title={t('cluster.graph')}
      flush
      beside={
        <span className="row wrap" aria-live="polite">
          {looked.data && looked.data.nodes.length > 1 ? (
            <span className="faint">{t(`cluster.shapes.${looked.data.shape}`)}</span>
          ) : null}
          {graph.findings.map((finding) => (
            <span key={finding} className="badge bad">
              {t(`cluster.${finding}`)}
            </span>
          ))}
        </span>
      }
      acts={
        <span className="row wrap">
          {live.data ? (
            <span className="faint">
              <RelativeTime at={live.data.at} />
            </span>
          ) : null}
          {isAlive ? <LookAtCluster clusterId={cluster.id} /> : null}
        </span>
      }
    >
      {live.error ? <ProblemNote error={live.error} /> : null}
      {graph.nodes.length === 0 ? (
        <Message title={t('cluster.graphNone')} next={t('cluster.graphNoneNext')} />
      ) : (
        <Suspense fallback={<Loading />}>
          <TopologyGraph graph={graph} />
        </Suspense>
      )}
    </Panel>
  );
}
