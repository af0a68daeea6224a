import { getInstance, type InstanceView } from '@myriad/contract';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';
import { Copyable } from '../../shared/page/Copyable.tsx';
import { Loaded, Loading } from '../../shared/page/Loaded.tsx';
import { PageHead } from '../../shared/page/PageHead.tsx';
import { PartTabs } from '../../shared/page/PartTabs.tsx';
import { StateMark } from '../../shared/state/StateMark.tsx';
import { MaintenanceNote } from '../clusters/MaintenanceNote.tsx';
import { InstanceMenu } from './InstanceMenu.tsx';
import { instanceAddress, parts } from './parts.ts';
import { useClusterName } from './use-cluster-name.ts';
import './instances.css';

/** Everything of one instance; each part has an address of its own. */
export function InstancePage() {
  const { instanceId = '' } = useParams();
  const query = useAnswer(getInstance, { params: { instanceId } }, { everyMs: 10_000 });
  return (
    <div className="page">
      <Loaded query={query}>{(instance) => <InstanceParts key={instance.id} instance={instance} />}</Loaded>
    </div>
  );
}

function InstanceParts({ instance }: { instance: InstanceView }) {
  const { t } = useTranslation();
  const { part } = useParams();
  const { key, Part } = parts.find((each) => each.key === part) ?? parts[0];
  return (
    <>
      <PageHead
        title={instance.name}
        beside={<Beside instance={instance} />}
        acts={<InstanceMenu instance={instance} />}
      />
      <MaintenanceNote maintenance={instance.maintenance} />
      <PartTabs
        label={t('instance.parts.label')}
        address={instanceAddress(instance.id)}
        active={key}
        parts={parts.map((each) => ({ key: each.key, label: t(`instance.parts.${each.key}`) }))}
      />
      <Suspense fallback={<Loading />}>
        <Part instance={instance} />
      </Suspense>
    </>
  );
}

function Beside({ instance }: { instance: InstanceView }) {
  const { t } = useTranslation();
  const { clusterId, hostId, hostName, address, port, flavor, version, role, state } = instance;
  const cluster = useClusterName(clusterId);
  return (
    <span className="row wrap soft" style={{ gap: '0 14px' }}>
      <StateMark of="instance" value={state} />
      <span>{t(`cluster.roles.${role}`)}</span>
      <span className="nowrap">
        {t(`packages.flavor.${flavor}`)} {version}
      </span>
      <Copyable text={`${address}:${port}`} />
      {clusterId ? (
        <span>
          {t('cluster.one')} <Link to={`/clusters/${clusterId}`}>{cluster ?? clusterId}</Link>
        </span>
      ) : (
        <span>{t('instance.noCluster')}</span>
      )}
      <span>
        {t('host.one')} <Link to={`/hosts/${hostId}`}>{hostName}</Link>
      </span>
    </span>
  );
}
